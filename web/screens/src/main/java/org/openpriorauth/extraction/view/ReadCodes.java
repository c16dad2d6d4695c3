package org.openpriorauth.extraction.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpriorauth.coding.CodeService;
import org.openpriorauth.coding.Looked;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.extraction.ReadDocument.ReadField;

/** What the loaded code sets say of the codes that were read: beside them, and never in them. */
@RequestScoped
public class ReadCodes {
  @Inject CodeService codes;
  @Inject CurrentPerson current;

  private final Map<CodeSystem, Map<String, Looked>> looked = new EnumMap<>(CodeSystem.class);

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
  }

  /** The code's words, or nothing. */
  String meaning(ReadField field) {
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
