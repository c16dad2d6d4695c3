package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/**
 * What a payer wants to see, out of CommunicationRequests and Tasks (ainfo-2 ff.). A payer may send
 * both for the same wish: one request for information comes of it.
 */
final class InformationReader {
  private static final String LOINC_CODE = "[0-9]{1,7}-[0-9]";
  private static final String PAYER_URL = "payer-url";

  private final Map<List<Object>, PasAnswer.InformationRequest> found = new LinkedHashMap<>();

  static List<PasAnswer.InformationRequest> read(List<Resource> resources) {
    InformationReader reader = new InformationReader();
    for (Resource resource : resources) {
      if (resource instanceof CommunicationRequest communication) {
        reader.communication(communication);
      } else if (resource instanceof Task task) {
        reader.task(task);
      }
    }
    return new ArrayList<>(reader.found.values());
  }

  private void communication(CommunicationRequest from) {
    int sequence = line(from.getExtension());
    PasIdentifier trace = trace(from.getIdentifier());
    String reportType =
        Texts.each(from.getCategory())
            .map(c -> Texts.of(Texts.coding(c).getCode()))
            .filter(code -> !code.isEmpty())
            .findFirst()
            .orElse("");
    List<String> wishes =
        Texts.each(from.getPayload())
            .map(p -> p.getContent() instanceof StringType text ? Texts.of(text) : "")
            .filter(text -> !text.isEmpty())
            .toList();
    for (String wish : wishes.isEmpty() ? List.of("") : wishes) {
      boolean coded = wish.matches(LOINC_CODE);
      add(
          new PasAnswer.InformationRequest(
              sequence,
              "",
              reportType,
              coded ? Pas.LOINC : "",
              coded ? wish : "",
              coded ? "" : wish,
              trace));
    }
  }

  private void task(Task from) {
    PasIdentifier trace = trace(from.getIdentifier());
    Texts.each(from.getInput())
        .filter(input -> !PAYER_URL.equals(kind(input)))
        .forEach(
            input -> {
              CodeableConcept wish =
                  input.getValue() instanceof CodeableConcept c ? c : new CodeableConcept();
              String text = Texts.of(input.getValue());
              add(
                  new PasAnswer.InformationRequest(
                      line(input),
                      kind(input),
                      "",
                      Texts.of(Texts.coding(wish).getSystem()),
                      Texts.of(Texts.coding(wish).getCode()),
                      text.isEmpty() ? Texts.words(wish) : text,
                      trace));
            });
  }

  private void add(PasAnswer.InformationRequest one) {
    List<Object> key = List.of(one.sequence(), one.code(), one.trace() == null ? "" : one.trace());
    if (found.size() >= Texts.MOST) {
      return;
    }
    if (one.code().isEmpty()) {
      // Words are not matched: two wishes in words are two.
      found.put(List.of(found.size(), one), one);
    } else {
      found.merge(key, one, InformationReader::joined);
    }
  }

  private static PasAnswer.InformationRequest joined(
      PasAnswer.InformationRequest one, PasAnswer.InformationRequest other) {
    return new PasAnswer.InformationRequest(
        one.sequence(),
        either(one.kind(), other.kind()),
        either(one.reportType(), other.reportType()),
        either(one.system(), other.system()),
        one.code(),
        either(one.text(), other.text()),
        one.trace());
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String kind(Task.ParameterComponent input) {
    return Texts.of(Texts.coding(input.getType()).getCode());
  }

  private static int line(Element holder) {
    return line(holder.getExtension());
  }

  private static int line(List<Extension> extensions) {
    return Texts.each(extensions)
        .filter(e -> Pas.LINE_NUMBER.equals(e.getUrl()))
        .map(e -> Texts.sequence(e.getValue()))
        .findFirst()
        .orElse(0);
  }

  private static PasIdentifier trace(List<Identifier> identifiers) {
    return Texts.each(identifiers)
        .map(Texts::number)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
