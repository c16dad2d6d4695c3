package org.openpriorauth.extraction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpriorauth.calibration.Calibrations;
import org.openpriorauth.calibration.Certainty;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.extraction.model.ExtractionRepository;
import org.openpriorauth.extraction.model.ExtractionRepository.Extracted;
import org.openpriorauth.extraction.model.ExtractionRepository.Verification;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.wire.json.Json;

/** Keeps what was found, sealed, and joins it with what people said of it. */
@ApplicationScoped
public class Findings {
  private static final String CONTENT = "document_extraction.content";
  private static final String SAID = "verification.content";
  private static final String PAGE = "page:";
  private static final String PARTS = "parts";
  static final String DOCUMENT = "document";

  /** Behind the group of a value that only a person's word holds. */
  private static final String SETTLED = "-settled";

  @Inject ExtractionRepository extractions;
  @Inject Calibrations calibrations;
  @Inject LookedAt lookedAt;
  @Inject FieldCipher cipher;
  @Inject Clock clock;

  /** The sealed part of an extraction. */
  public record Content(
      double typeScore,
      List<Stored> fields,
      List<PageIdentity> identities,
      Composition composition) {
    /** What an earlier version kept says nothing of it. */
    public Content {
      composition = composition == null ? Composition.UNKNOWN : composition;
    }
  }

  /**
   * @param certainty null: not calibrated
   */
  public record Stored(UUID id, Field field, Certainty certainty) {
    ReadField unsaid() {
      return new ReadField(id, field, certainty, null, null, null);
    }
  }

  /** The sealed part of a verification. */
  public record Said(String value, String reason) {}

  /** Replaces what an earlier reading of the document found. */
  public void keep(
      ClinicId clinic,
      UUID document,
      String extractedBy,
      List<PageReader.Page> pages,
      Extraction extraction) {
    Certain certain = new Certain(calibrations.of(clinic, extractedBy), pages);
    List<Stored> fields =
        extraction.fields().stream().map(f -> new Stored(Ids.next(), f, certain.of(f))).toList();
    keep(clinic, document, extractedBy, pages, extraction, fields);
  }

  /**
   * Replaces what was found with what the same pages tell once a person said which documents they
   * are. Who looked at a value looked at it: it keeps its id, and so what was said of it; one that
   * is not found any more stays if a person settled it, or their word would be gone when it is
   * found again.
   */
  void keepAsSaid(
      Caller caller,
      ReadDocument before,
      String extractedBy,
      List<PageReader.Page> pages,
      Extraction extraction) {
    Certain certain = new Certain(calibrations.of(caller.clinic(), extractedBy), pages);
    Map<Place, ReadField> known =
        before.fields().stream()
            .collect(
                Collectors.toMap(
                    f -> Place.of(f.found()),
                    Function.identity(),
                    (one, other) -> one.said() == null ? other : one));
    List<Stored> fields = new ArrayList<>();
    for (Field field : extraction.fields()) {
      ReadField same = known.remove(Place.of(field));
      fields.add(new Stored(same == null ? Ids.next() : same.id(), field, certain.of(field)));
    }
    known.values().stream()
        .filter(f -> f.said() != null)
        .map(Findings::settled)
        .forEach(fields::add);
    keep(caller.clinic(), before.documentId(), extractedBy, pages, extraction, fields);
    String parts = Json.text(extraction.composition().parts());
    say(caller, before.documentId(), PARTS, "changed", new Said(parts, null));
  }

  /** What a field is and where it stands. */
  private record Place(String name, int page, int start, int end) {
    static Place of(Field field) {
      var at = field.evidence();
      return new Place(field.name(), at.page(), at.start(), at.end());
    }
  }

  /** Apart from the things that are found now: their numbers begin anew. */
  private static Stored settled(ReadField field) {
    Field f = field.found();
    String group = f.group().endsWith(SETTLED) ? f.group() : f.group() + SETTLED;
    return new Stored(
        field.id(),
        new Field(
            f.name(),
            group,
            f.value(),
            f.normalized(),
            f.assertion(),
            f.flags(),
            f.evidence(),
            f.score()),
        field.certainty());
  }

  private void keep(
      ClinicId clinic,
      UUID document,
      String extractedBy,
      List<PageReader.Page> pages,
      Extraction extraction,
      List<Stored> fields) {
    Content content =
        new Content(
            extraction.typeScore(), fields, extraction.identities(), extraction.composition());
    byte[] sealed = cipher.seal(CONTENT, document, Json.bytes(content));
    extractions.save(
        clinic, new Extracted(document, extractedBy, extraction.type(), sealed), clock.instant());
    lookedAt.count(clinic, document, content.fields(), pages);
  }

  /** In two queries, whatever the number of documents. */
  public List<ReadDocument> of(ClinicId clinic, List<UUID> documents) {
    Map<UUID, List<Verification>> said =
        extractions.verifications(clinic, documents).stream()
            .collect(Collectors.groupingBy(Verification::subject));
    return extractions.all(clinic, documents).stream()
        .map(e -> opened(e, said.getOrDefault(e.documentId(), List.of())))
        .toList();
  }

  /** The latest words on a record's parts, by part. */
  public Map<String, Verification> said(ClinicId clinic, UUID subject) {
    return extractions.verifications(clinic, List.of(subject)).stream()
        .collect(Collectors.toMap(Verification::part, Function.identity()));
  }

  public Said open(Verification line) {
    return Json.read(cipher.open(SAID, line.id(), line.content()), Said.class);
  }

  public void say(Caller caller, UUID subject, String part, String verdict, Said said) {
    UUID id = Ids.next();
    byte[] sealed = cipher.seal(SAID, id, Json.bytes(said));
    extractions.verify(
        caller.clinic(),
        new Verification(id, subject, part, verdict, sealed, clock.instant(), caller.actor()));
  }

  static String page(int number) {
    return PAGE + number;
  }

  private ReadDocument opened(Extracted row, List<Verification> lines) {
    Content content =
        Json.read(cipher.open(CONTENT, row.documentId(), row.content()), Content.class);
    Map<String, Verification> byPart =
        lines.stream().collect(Collectors.toMap(Verification::part, Function.identity()));
    return new ReadDocument(
        row.documentId(),
        row.extractedBy(),
        row.type(),
        content.typeScore(),
        content.fields().stream().map(f -> joined(f, byPart.get(f.id().toString()))).toList(),
        content.identities(),
        content.composition(),
        pages(lines));
  }

  private static ReadDocument.Said pages(List<Verification> lines) {
    return new ReadDocument.Said(
        said(lines, "rejected"),
        said(lines, "accepted"),
        numbers(lines, "accepted"),
        numbers(lines, "rejected"));
  }

  private static List<Integer> numbers(List<Verification> lines, String verdict) {
    return lines.stream()
        .filter(v -> v.part().startsWith(PAGE) && v.verdict().equals(verdict))
        .map(v -> Integer.valueOf(v.part().substring(PAGE.length())))
        .toList();
  }

  private static boolean said(List<Verification> lines, String verdict) {
    return lines.stream().anyMatch(v -> v.part().equals(DOCUMENT) && v.verdict().equals(verdict));
  }

  /** Which of the documents people took out, read or not. */
  public Set<UUID> takenOut(ClinicId clinic, List<UUID> documents) {
    return extractions.verifications(clinic, documents).stream()
        .filter(v -> v.part().equals(DOCUMENT) && v.verdict().equals("rejected"))
        .map(Verification::subject)
        .collect(Collectors.toSet());
  }

  private ReadField joined(Stored stored, Verification line) {
    if (line == null) {
      return stored.unsaid();
    }
    Said said = open(line);
    return new ReadField(
        stored.id(), stored.field(), stored.certainty(), line, said.value(), said.reason());
  }
}
