package org.openpriorauth.extraction;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpriorauth.chart.model.ClinicalDocument;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.chart.model.DocumentRepository.PageShape;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.extraction.PageOwner.Person;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.patient.CoverageService;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthorization;

/** What was read in a document, and what people settle about it. */
@Stateless
public class ExtractionService {
  private static final Set<String> VERDICTS = Set.of("accepted", "changed", "rejected");
  private static final Set<String> CLAIMS = Set.of("accepted", "rejected");

  @Inject DocumentRepository documents;
  @Inject PriorAuthRepository requests;
  @Inject PatientService patients;
  @Inject CoverageService coverages;
  @Inject Findings findings;
  @Inject LookedAt lookedAt;
  @Inject Settling settling;
  @Inject ClinicRepository clinics;
  @Inject Event<Audited> audited;
  @Inject Event<ReadingChanged> changed;

  /**
   * @param source text, ocr, mixed, image or handwriting
   * @param rotation clockwise degrees that brought the page upright
   * @param owner whether the page is the patient's, or a person says so
   */
  public record PageView(
      int number,
      String source,
      int rotation,
      PageOwner owner,
      boolean accepted,
      boolean rejected) {
    public boolean counts() {
      return !rejected && (accepted || owner == PageOwner.YES);
    }

    /** Whether a person has to say whose it is. */
    public boolean open() {
      return !rejected && !counts();
    }
  }

  /**
   * @param read null while the document waits, or if it could not be read
   * @param takenOut a person said that it does not count; then it has no pages here
   * @param toCheck fields that a person is asked to check by chance: nothing waits for them
   */
  public record View(
      ClinicalDocument document,
      ReadDocument read,
      boolean takenOut,
      List<PageView> pages,
      Set<UUID> toCheck) {
    public View {
      toCheck = Set.copyOf(toCheck);
    }

    /** For who asks nobody to check anything. */
    public View(
        ClinicalDocument document, ReadDocument read, boolean takenOut, List<PageView> pages) {
      this(document, read, takenOut, pages, Set.of());
    }

    /** What of it goes to the payer and counts as evidence, in order. */
    public List<Integer> countingPages() {
      return pages.stream().filter(PageView::counts).map(PageView::number).sorted().toList();
    }

    /** Names of fields for which the document gives values that contradict each other. */
    public List<String> conflicts() {
      return read == null ? List.of() : Contradictions.of(read, pages);
    }
  }

  /** A person's word. */
  public record Verdict(String verdict, String value, String reason) {
    private void check(Set<String> verdicts, String oneOf) {
      if (verdict == null || !verdicts.contains(verdict)) {
        throw Problem.invalid("/verdict", "unknown", oneOf);
      }
      Brief.check("/value", value);
      Brief.check("/reason", reason);
    }
  }

  @Requires("pa:read")
  public View get(Caller caller, UUID id) {
    ClinicalDocument document = documents.get(caller.clinic(), id);
    audited.fire(Audited.of(caller, "document.extraction.read", "clinical_document", id));
    return views(caller, document.priorAuthorizationId(), List.of(document)).get(0);
  }

  /** What was found in all documents of a request. */
  @Requires("pa:read")
  public List<View> ofRequest(Caller caller, UUID request) {
    return views(caller, request, documents.ofRequest(caller.clinic(), request));
  }

  /**
   * What was found in these documents, of whichever requests, in their order.
   *
   * @throws Problem DOCUMENT_NOT_FOUND
   */
  @Requires("pa:read")
  public List<View> ofDocuments(Caller caller, List<UUID> ids) {
    Map<UUID, List<ClinicalDocument>> byRequest =
        ids.stream()
            .map(id -> documents.get(caller.clinic(), id))
            .collect(Collectors.groupingBy(ClinicalDocument::priorAuthorizationId));
    Map<UUID, View> views =
        byRequest.entrySet().stream()
            .flatMap(of -> views(caller, of.getKey(), of.getValue()).stream())
            .collect(Collectors.toMap(view -> view.document().id(), Function.identity()));
    return ids.stream().map(views::get).toList();
  }

  /**
   * @throws Problem FIELD_NOT_FOUND, INVALID, PA_ILLEGAL_MOVE once the packet is on its way
   */
  @Requires("pa:change")
  public void verify(Caller caller, UUID id, UUID field, Verdict said) {
    said.check(VERDICTS, "Say accepted, changed or rejected.");
    boolean value = said.value() != null && !said.value().isBlank();
    if (said.verdict().equals("changed") != value) {
      throw Problem.invalid(
          "/value", "value", "A changed field needs its value, others have none.");
    }
    ClinicalDocument document = settling.document(caller, id);
    ReadDocument read =
        findings.of(caller.clinic(), List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> Problem.of(ErrorCode.FIELD_NOT_FOUND));
    ReadField about =
        read.fields().stream()
            .filter(f -> f.id().equals(field))
            .findFirst()
            .orElseThrow(() -> Problem.of(ErrorCode.FIELD_NOT_FOUND));
    findings.say(
        caller,
        id,
        field.toString(),
        said.verdict(),
        new Findings.Said(said.value(), said.reason()));
    lookedAt.note(caller.clinic(), read, about, said);
    Map<String, Object> detail = Map.of("field", field.toString(), "verdict", said.verdict());
    audited.fire(new Audited(caller, "field.verify", "clinical_document", id, detail));
    changed.fire(new ReadingChanged(caller, document.priorAuthorizationId()));
  }

  /**
   * Says that a page which names nobody, or names the patient doubtfully, is the patient's.
   *
   * @param said accepted or rejected
   */
  @Requires("pa:change")
  public void claimPage(Caller caller, UUID id, int page, Verdict said) {
    said.check(CLAIMS, "Say accepted or rejected.");
    ClinicalDocument document = settling.document(caller, id);
    if (document.pages() == null || page < 1 || page > document.pages()) {
      throw Problem.of(ErrorCode.PAGE_NOT_FOUND);
    }
    findings.say(
        caller, id, Findings.page(page), said.verdict(), new Findings.Said(null, said.reason()));
    Map<String, Object> detail = Map.of("page", page, "verdict", said.verdict());
    audited.fire(new Audited(caller, "page.verify", "clinical_document", id, detail));
    changed.fire(new ReadingChanged(caller, document.priorAuthorizationId()));
  }

  /**
   * Takes a document out of the request, because it does not belong there or cannot be read; or
   * says that it is what it was read as.
   *
   * @param said rejected or accepted
   */
  @Requires("pa:change")
  public void claimDocument(Caller caller, UUID id, Verdict said) {
    said.check(CLAIMS, "Say accepted or rejected.");
    ClinicalDocument document = settling.document(caller, id);
    findings.say(
        caller, id, Findings.DOCUMENT, said.verdict(), new Findings.Said(null, said.reason()));
    Map<String, Object> detail = Map.of("verdict", said.verdict());
    audited.fire(new Audited(caller, "document.verify", "clinical_document", id, detail));
    changed.fire(new ReadingChanged(caller, document.priorAuthorizationId()));
  }

  private Person person(Caller caller, UUID request) {
    PriorAuthorization pa = requests.get(caller.clinic(), request);
    PatientIdentity patient = patients.get(caller, pa.order().patientId()).identity();
    String member =
        coverages.list(caller, pa.order().patientId()).stream()
            .filter(c -> c.id().equals(pa.order().coverageId()))
            .map(c -> c.numbers().memberId())
            .findFirst()
            .orElse(null);
    return new Person(patient.name(), patient.birthDate().toString(), patient.mrn(), member);
  }

  private List<View> views(Caller caller, UUID request, List<ClinicalDocument> all) {
    List<UUID> ids = all.stream().map(ClinicalDocument::id).toList();
    Map<UUID, ReadDocument> read =
        findings.of(caller.clinic(), ids).stream()
            .collect(Collectors.toMap(ReadDocument::documentId, Function.identity()));
    Set<UUID> takenOut = findings.takenOut(caller.clinic(), ids);
    Map<UUID, List<PageShape>> shapes =
        documents.shapes(caller.clinic(), ids).stream()
            .collect(Collectors.groupingBy(PageShape::document));
    Person person = person(caller, request);
    Clinic clinic = clinics.get(caller.clinic());
    return all.stream()
        .map(
            d -> {
              ReadDocument found = read.get(d.id());
              boolean out = takenOut.contains(d.id());
              List<PageView> pages =
                  found == null || out ? List.of() : pages(found, shapes.get(d.id()), person);
              return new View(d, found, out, pages, LookedAt.toCheck(clinic, found, pages));
            })
        .toList();
  }

  private static List<PageView> pages(ReadDocument read, List<PageShape> shapes, Person person) {
    Map<Integer, PageShape> byNumber =
        shapes.stream().collect(Collectors.toMap(PageShape::number, Function.identity()));
    return read.identities().stream()
        .map(
            stated ->
                new PageView(
                    stated.page(),
                    byNumber.get(stated.page()).source(),
                    byNumber.get(stated.page()).rotation(),
                    PageOwner.of(stated, person),
                    read.said().acceptedPages().contains(stated.page()),
                    read.said().rejectedPages().contains(stated.page())))
        .toList();
  }
}
