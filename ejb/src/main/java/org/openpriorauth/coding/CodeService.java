package org.openpriorauth.coding;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openpriorauth.coding.CodeLookup.Found;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.CodeSets;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** Looking codes up, for people and programs. */
@Stateless
public class CodeService {
  /** How many codes a search answers. */
  public static final int MOST = 50;

  private static final int LONGEST = 200;

  @Inject CodeLookup lookup;
  @Inject CodeSets sets;
  @Inject Clock clock;

  /** The editions that are in use, the newest of each system first. */
  @Requires("code:read")
  public List<CodeEdition> editions(Caller caller) {
    return sets.editions();
  }

  /**
   * @param system icd10cm, hcpcs or cpt
   * @param words the beginning of a code, or words of its description, which may be cut short
   * @param on null for today
   * @throws Problem INVALID
   */
  @Requires("code:read")
  public Found search(Caller caller, String system, String words, LocalDate on) {
    CodeSystem of =
        CodeSystem.of(system)
            .orElseThrow(
                () -> Problem.invalid("/system", "unknown", "A system is icd10cm, hcpcs or cpt."));
    if (words == null || words.isBlank() || words.length() > LONGEST) {
      throw Problem.invalid("/q", "length", "Ask for the beginning of a code, or a few words.");
    }
    return lookup.search(of, words, day(on), MOST);
  }

  /**
   * One code; an NDC and an NPI by their form alone, for no register of theirs is loaded.
   *
   * @param system icd10cm, hcpcs, cpt, ndc or npi
   * @param on null for today
   * @throws Problem NOT_THERE for another system
   */
  @Requires("code:read")
  public Looked look(Caller caller, String system, String code, LocalDate on) {
    return switch (system) {
      case "ndc" ->
          Ndc.normalized(code)
              .map(ndc -> Looked.without(ndc, Standing.NOT_CHECKED))
              .orElse(Looked.without(code, Standing.MALFORMED));
      case "npi" ->
          Looked.without(code, Npi.valid(code) ? Standing.NOT_CHECKED : Standing.MALFORMED);
      default -> {
        CodeSystem of = CodeSystem.of(system).orElseThrow(() -> Problem.of(ErrorCode.NOT_THERE));
        yield lookup.look(of, List.of(code), day(on)).get(code);
      }
    };
  }

  /**
   * Many at once.
   *
   * @return by the codes as they were given
   */
  @Requires("code:read")
  public Map<String, Looked> lookAll(
      Caller caller, CodeSystem system, Collection<String> codes, LocalDate on) {
    return lookup.look(system, codes, day(on));
  }

  private LocalDate day(LocalDate on) {
    return on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : on;
  }
}
