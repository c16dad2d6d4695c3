package org.openpriorauth.coding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.CodeSets;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;

/** Codes held against the edition of a day; two queries, however many codes. */
@ApplicationScoped
public class CodeLookup {
  private static final int CATEGORY = 3;
  private static final int WORDS = 8;

  @Inject CodeSets sets;

  /**
   * @param edition null where none is loaded for the day
   */
  public record Found(CodeEdition edition, List<MedicalCode> codes) {}

  /** In capitals, and a diagnosis with its point. */
  public static String written(CodeSystem system, String typed) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    return system == CodeSystem.ICD10CM && code.matches("[A-Z0-9]{4,7}")
        ? code.substring(0, CATEGORY) + "." + code.substring(CATEGORY)
        : code;
  }

  /**
   * @return by the codes as they were given
   */
  public Map<String, Looked> look(CodeSystem system, Collection<String> typed, LocalDate day) {
    Optional<CodeEdition> edition = sets.on(system, day);
    Set<String> wanted = new HashSet<>();
    for (String one : typed) {
      String code = written(system, one);
      Stream.concat(Stream.of(code), Misread.candidates(code).stream())
          .filter(system::wellFormed)
          .forEach(wanted::add);
    }
    Map<String, MedicalCode> known = edition.map(e -> sets.find(e, wanted)).orElse(Map.of());
    Map<String, Looked> found = new LinkedHashMap<>();
    for (String one : typed) {
      found.put(one, looked(written(system, one), system, edition.orElse(null), known, day));
    }
    return found;
  }

  private static Looked looked(
      String code,
      CodeSystem system,
      CodeEdition edition,
      Map<String, MedicalCode> known,
      LocalDate day) {
    MedicalCode found = known.get(code);
    if (found != null) {
      return new Looked(code, standing(found, day), found, edition, null);
    }
    List<String> perhaps =
        Misread.candidates(code).stream()
            .filter(c -> known.containsKey(c) && standing(known.get(c), day) == Standing.BILLABLE)
            .toList();
    String one = perhaps.size() == 1 ? perhaps.get(0) : null;
    if (!system.wellFormed(code)) {
      return new Looked(code, Standing.MALFORMED, null, edition, one);
    }
    return edition == null || edition.sample()
        ? Looked.without(code, Standing.NOT_CHECKED)
        : new Looked(code, Standing.UNKNOWN, null, edition, one);
  }

  private static Standing standing(MedicalCode code, LocalDate day) {
    if (!code.inForceOn(day)) {
      return Standing.NOT_IN_FORCE;
    }
    return code.billable() ? Standing.BILLABLE : Standing.HEADER;
  }

  /** By the beginning of a code, or by words of its description. */
  public Found search(CodeSystem system, String typed, LocalDate day, int most) {
    CodeEdition edition = sets.on(system, day).orElse(null);
    if (edition == null) {
      return new Found(null, List.of());
    }
    String code = written(system, typed);
    if (code.matches("[A-Z]?\\d[A-Z0-9.]*")) {
      return new Found(edition, inForce(sets.beginning(edition, code, most), day));
    }
    List<String> words =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(w -> !w.isEmpty())
            .limit(WORDS)
            .toList();
    return words.isEmpty()
        ? new Found(edition, List.of())
        : new Found(edition, inForce(sets.saying(edition, words, most), day));
  }

  private static List<MedicalCode> inForce(List<MedicalCode> codes, LocalDate day) {
    return codes.stream().filter(c -> c.inForceOn(day)).toList();
  }
}
