package org.openpriorauth.extraction;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.audit.CallTrail;
import org.openpriorauth.calibration.Calibrations;
import org.openpriorauth.chart.Admission;
import org.openpriorauth.chart.ReadingFailure;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.PageReader.Reading;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** Reads a document for who only wants the reading: nothing of it is kept. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadingService {
  @Inject
  @ConfigProperty(name = "openpriorauth.extraction.document-seconds")
  long documentSeconds;

  @Inject Admission admission;
  @Inject PageReader reader;
  @Inject FieldExtractor extractor;
  @Inject Calibrations calibrations;
  @Inject CallTrail trail;

  /**
   * @param pages held against whom most of the document is about, since no patient is known
   * @param warnings what a person should know of the file
   */
  public record Answer(ReadDocument read, List<PageView> pages, List<String> warnings) {
    public List<String> conflicts() {
      return Contradictions.of(read, pages);
    }
  }

  /**
   * @throws Problem DOCUMENT_EMPTY, DOCUMENT_TOO_LARGE, DOCUMENT_KIND, DOCUMENT_INFECTED,
   *     SCANNER_AWAY; what {@link ReadingFailure} says; READER_UNAVAILABLE if no reader comes free
   */
  @Requires("pa:change")
  public Answer read(Caller caller, byte[] content) {
    admission.size(content);
    admission.kind(caller, null, content);
    Reading.Read read = pages(content);
    UUID id = Ids.next();
    Extraction found = extractor.extract(id, read.pages(), Duration.ofSeconds(documentSeconds));
    trail.append(
        new Audited(
            caller,
            "document.read",
            "clinical_document",
            null,
            Map.of("pages", read.pages().size())),
        "done");
    return new Answer(
        document(caller, id, found, read.pages()),
        views(found.identities(), read.pages()),
        found.warnings(read.flags()));
  }

  private Reading.Read pages(byte[] content) {
    AtomicReference<Reading> reading = new AtomicReference<>();
    reader.inTurn(() -> reading.set(reader.read(content)));
    Reading done = reading.get();
    if (done instanceof Reading.Read read) {
      return read;
    }
    if (done instanceof Reading.Unreadable unreadable) {
      throw ReadingFailure.problem(unreadable.code());
    }
    if (done instanceof Reading.Killed) {
      throw ReadingFailure.problem(ReadingFailure.BROKE_THE_READER.word());
    }
    throw Problem.of(ErrorCode.READER_UNAVAILABLE);
  }

  private ReadDocument document(
      Caller caller, UUID id, Extraction found, List<PageReader.Page> pages) {
    Certain certain = new Certain(calibrations.of(caller.clinic(), extractor.version()), pages);
    return new ReadDocument(
        id,
        extractor.version(),
        found.type(),
        found.typeScore(),
        found.fields().stream()
            .map(f -> new ReadDocument.ReadField(Ids.next(), f, certain.of(f), null, null, null))
            .toList(),
        found.identities(),
        found.composition(),
        new ReadDocument.Said(false, false, List.of(), List.of()));
  }

  private static List<PageView> views(List<PageIdentity> stated, List<PageReader.Page> pages) {
    PageOwner.Person person = person(stated);
    return stated.stream()
        .map(
            page -> {
              PageReader.Page read = pages.get(page.page() - 1);
              PageOwner owner = PageOwner.of(page, person);
              return new PageView(page.page(), read.source(), read.rotation(), owner, false, false);
            })
        .toList();
  }

  /** Whom the page that says most is about; of several the first. */
  private static PageOwner.Person person(List<PageIdentity> stated) {
    PageIdentity plainest =
        stated.stream()
            .min(Comparator.comparingLong(page -> -said(page)))
            .orElse(new PageIdentity(1, null, null, null, null));
    return new PageOwner.Person(
        plainest.name(), plainest.birthDate(), plainest.mrn(), plainest.memberId());
  }

  private static long said(PageIdentity page) {
    return Stream.of(page.name(), page.birthDate(), page.mrn(), page.memberId())
        .filter(Objects::nonNull)
        .count();
  }
}
