package org.openpriorauth.extraction.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.coding.CodeService;
import org.openpriorauth.coding.Looked;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.extraction.ReadDocument.ReadField;

/**
 * What the loaded code sets say of the codes that were read, and of diagnoses that stand in words
 * alone: beside them, and never in them.
 */
@RequestScoped
public class ReadCodes {
  /** So many diagnoses in words are looked up, and so many codes are suggested for each. */
  private static final int DIAGNOSES = 10;

  private static final int SUGGESTED = 3;

  /** The longest description of an edition is shorter. */
  private static final int LONGEST = 200;

  @Inject CodeService codes;
  @Inject CurrentPerson current;

  private final Map<CodeSystem, Map<String, Looked>> looked = new EnumMap<>(CodeSystem.class);
  private final Map<UUID, String> suggested = new HashMap<>();

  /** Looks all of them up at once. */
  void look(List<ReadField> fields, LocalDate day) {
    if (!current.may("code:read")) {
      return;
    }
    for (CodeSystem system : CodeSystem.values()) {
      List<String> of =
          fields.stream()
              .filter(f -> system(f).filter(system::equals).isPresent())
              .map(ReadField::counts)
              .distinct()
              .toList();
      if (!of.isEmpty()) {
        looked.put(system, codes.lookAll(current.caller(), system, of, day));
      }
    }
    fields.stream()
        .filter(f -> inWordsAlone(f, fields))
        .limit(DIAGNOSES)
        .forEach(f -> suggested.put(f.id(), suggestion(f, day)));
  }

  private static boolean inWordsAlone(ReadField field, List<ReadField> fields) {
    String group = field.found().group();
    return field.found().name().equals("diagnosis.description")
        && field.found().assertion().equals("present")
        && !field.rejected()
        && field.counts().length() <= LONGEST
        && fields.stream()
            .filter(f -> f.found().name().equals("diagnosis.code"))
            .noneMatch(f -> group != null && group.equals(f.found().group()));
  }

  /** Codes whose words have all of the diagnosis's; a person puts one on the order, or none. */
  private String suggestion(ReadField field, LocalDate day) {
    String found =
        codes
            .search(current.caller(), CodeSystem.ICD10CM.word(), field.counts(), day)
            .codes()
            .stream()
            .filter(MedicalCode::billable)
            .limit(SUGGESTED)
            .map(c -> c.code() + " " + c.description())
            .collect(Collectors.joining("; "));
    return found.isEmpty() ? "" : "no code beside it; suggested: " + found;
  }

  /** The code's words, or codes that are suggested for words, or nothing. */
  String meaning(ReadField field) {
    if (suggested.containsKey(field.id())) {
      return suggested.get(field.id());
    }
    return found(field).filter(l -> l.found() != null).map(l -> l.found().description()).orElse("");
  }

  /** What a person should know of it, in a sentence without its point; nothing if all is well. */
  Optional<String> warning(ReadField field) {
    return found(field)
        .filter(l -> l.standing().refused())
        .map(Looked::refusal)
        .map(sentence -> sentence.replaceFirst("[.]$", ""));
  }

  private Optional<Looked> found(ReadField field) {
    return system(field).map(system -> looked.getOrDefault(system, Map.of()).get(field.counts()));
  }

  private static Optional<CodeSystem> system(ReadField field) {
    return switch (field.found().name()) {
      case "diagnosis.code" -> Optional.of(CodeSystem.ICD10CM);
      case "service.code" ->
          Stream.of(CodeSystem.CPT, CodeSystem.HCPCS)
              .filter(s -> s.wellFormed(field.counts()))
              .findFirst();
      default -> Optional.empty();
    };
  }
}
