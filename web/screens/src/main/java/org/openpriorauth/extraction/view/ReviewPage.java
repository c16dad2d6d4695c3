package org.openpriorauth.extraction.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.clinic.ClinicService;
import org.openpriorauth.criteria.Assessment;
import org.openpriorauth.criteria.AssessmentService;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.PageOwner;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.view.RequestPage;
import org.openpriorauth.tracking.QueueService;

/** What was read in a document, beside its pages; what is doubtful comes first. */
@Named
@RequestScoped
public class ReviewPage {
  private static final int PERCENT = 100;

  @Inject HttpServletRequest asked;
  @Inject CurrentPerson current;
  @Inject ExtractionService extractions;
  @Inject Documents documents;
  @Inject PriorAuthService requests;
  @Inject QueueService queue;
  @Inject PatientService patients;
  @Inject AssessmentService assessments;
  @Inject ClinicService clinics;
  @Inject ReadCodes codes;
  @Inject Words words;

  @Inject
  @ConfigProperty(name = "openpriorauth.extraction.doubt-below")
  double doubtBelow;

  private String mark;
  private ExtractionService.View view;
  private DocumentView document;
  private List<DocumentView> chart;
  private PriorAuthService.RequestView request;
  private PatientIdentity patient;
  private Assessment assessment;
  private Set<String> wanted = Set.of();
  private String refusal;
  private double unseenFrom;

  /**
   * A field as the list shows it.
   *
   * @param usable a person saw it, or it is certain enough to be used unseen
   * @param wanted a criterion rests on it and asks for a person's look
   * @param chosen by chance to be checked: nothing waits for it
   * @param about the thing that it says something of, or empty
   * @param meaning a code's words in the loaded code set, or codes that are suggested, or empty
   */
  public record FieldRow(
      ReadField field,
      boolean usable,
      boolean doubtful,
      boolean wanted,
      boolean chosen,
      String flags,
      String about,
      String meaning) {
    public boolean settled() {
      return field.said() != null;
    }

    public boolean open() {
      return !settled() && (doubtful || wanted);
    }

    public boolean checking() {
      return chosen && !open();
    }

    public Evidence at() {
      return field.found().evidence();
    }

    /** Never rounded up: nothing is read with 100 of 100. */
    public String certainty() {
      return field.certainty() == null
          ? "not calibrated"
          : "read with %d of 100 certainty".formatted(hundredths(field.certainty().confidence()));
    }

    public String verdict() {
      return field.changedTo() != null ? "changed" : field.said().verdict();
    }
  }

  public boolean isThere() {
    if (view == null && refusal == null) {
      load();
    }
    return refusal == null;
  }

  private void load() {
    try {
      UUID id = UUID.fromString(String.valueOf(asked.getParameter("document")));
      UUID about = documents.get(current.caller(), id).priorAuthorizationId();
      // Before anything that may change is read, as on the request's page.
      mark = queue.mark(current.caller(), about);
      view = extractions.get(current.caller(), id);
      request = requests.get(current.caller(), about);
      patient = patients.get(current.caller(), request.order().patientId()).identity();
      chart = documents.ofRequest(current.caller(), about);
      document = chart.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
      assessment = RequestPage.orNull(() -> assessments.get(current.caller(), about));
      wanted = wanted();
      unseenFrom = clinics.current(current.caller()).unseenFrom();
      if (view.read() != null) {
        codes.look(view.read().fields(), request.order().orderedOn());
      }
    } catch (IllegalArgumentException e) {
      refuse(404, Problem.of(ErrorCode.DOCUMENT_NOT_FOUND, "This address names no document."));
    } catch (Problem e) {
      refuse(e.code() == ErrorCode.NOT_ALLOWED ? 403 : 404, e);
    }
  }

  private void refuse(int status, Problem why) {
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
    refusal = Words.refusal(why);
  }

  /** Where a criterion asks a person to look. */
  private Set<String> wanted() {
    return assessment == null
        ? Set.of()
        : assessment.criteria().stream()
            .filter(c -> c.confirm())
            .flatMap(c -> c.evidence().stream())
            .filter(e -> e.documentId().equals(view.document().id()))
            .map(ReviewPage::place)
            .collect(Collectors.toSet());
  }

  private static String place(Evidence at) {
    return at.page() + ":" + at.start();
  }

  public List<FieldRow> getOpen() {
    return rows().stream().filter(FieldRow::open).toList();
  }

  /** They are used unseen; a person is asked whether they were read rightly. */
  public List<FieldRow> getChecking() {
    return rows().stream().filter(FieldRow::checking).toList();
  }

  public List<FieldRow> getSure() {
    return rows().stream()
        .filter(r -> !r.open() && !r.checking() && !r.settled() && r.usable())
        .toList();
  }

  /** Nothing rests on them; something may, once a person saw them. */
  public List<FieldRow> getUnused() {
    return rows().stream().filter(r -> !r.open() && !r.settled() && !r.usable()).toList();
  }

  /** The clinic's threshold, of a hundred. */
  public int getUnseenFrom() {
    return isThere() ? hundredths(unseenFrom) : PERCENT;
  }

  private static int hundredths(double share) {
    // 0.95 in binary is a little less.
    return (int) Math.floor(share * PERCENT + 1e-6);
  }

  public List<FieldRow> getSettled() {
    return rows().stream().filter(FieldRow::settled).toList();
  }

  /** All fields, the least sure first. */
  public List<FieldRow> rows() {
    if (!isThere() || view.read() == null) {
      return List.of();
    }
    return view.read().fields().stream()
        .map(this::row)
        .sorted(
            Comparator.comparing(FieldRow::wanted)
                .reversed()
                .thenComparing(r -> r.field().found().score())
                .thenComparing(r -> r.at().page())
                .thenComparing(r -> r.at().start()))
        .toList();
  }

  private FieldRow row(ReadField field) {
    return new FieldRow(
        field,
        field.usable(unseenFrom),
        field.doubtful(),
        wanted.contains(place(field.found().evidence())),
        view.toCheck().contains(field.id()),
        flags(field),
        about(field),
        codes.meaning(field));
  }

  /** What a date, a dose or a value belongs to. */
  @SuppressWarnings("ReferenceEquality") // any but this one
  private String about(ReadField field) {
    String group = field.found().group();
    return view.read().fields().stream()
        .filter(f -> group != null && group.equals(f.found().group()) && f != field)
        .filter(f -> f.found().name().matches(".*\\.(name|description)"))
        .map(f -> f.found().value())
        .findFirst()
        .orElse("");
  }

  private String flags(ReadField field) {
    List<String> said = new ArrayList<>();
    for (String flag : field.found().flags()) {
      if (flag.startsWith("suggest:")) {
        said.add("perhaps " + flag.substring("suggest:".length()) + "?");
      } else {
        said.add(flag.equals("form") ? "not the form of such a code" : words.of(flag));
      }
    }
    codes.warning(field).ifPresent(said::add);
    return String.join(", ", said);
  }

  /** The kind of document was read with doubt, and nobody confirmed it. */
  public boolean isKindOpen() {
    return view.read() != null
        && view.read().type() != null
        && view.read().typeScore() < doubtBelow
        && !view.read().said().confirmed()
        && !view.takenOut();
  }

  public List<String> getWarnings() {
    return isThere() ? Warnings.of(view.document().flags(), made(), getPages()) : List.of();
  }

  Composition made() {
    return view.read() == null ? Composition.UNKNOWN : view.read().composition();
  }

  /** Written by hand: nothing is taken from them. */
  public List<PageView> getHandwritten() {
    return isThere()
        ? view.pages().stream().filter(p -> p.source().equals("handwriting")).toList()
        : List.of();
  }

  public List<PageView> getOpenPages() {
    return isThere() ? view.pages().stream().filter(PageView::open).toList() : List.of();
  }

  /** What the page says of its person, for who has to decide. */
  public String stated(PageView of) {
    String named =
        view.read().identities().stream()
            .filter(i -> i.page() == of.number())
            .flatMap(
                i ->
                    java.util.stream.Stream.of(i.name(), i.birthDate(), i.mrn(), i.memberId())
                        .filter(java.util.Objects::nonNull))
            .collect(Collectors.joining(", "));
    return switch (of.owner()) {
      case NO -> "names another patient: " + named;
      case CONFLICT -> "names the patient with details that differ: " + named;
      default -> "names nobody";
    };
  }

  public boolean isNobody(PageView of) {
    return of.owner() == PageOwner.UNKNOWN;
  }

  public int getLeft() {
    return getOpen().size() + getOpenPages().size() + (isThere() && isKindOpen() ? 1 : 0);
  }

  public boolean isMaySettle() {
    return isThere()
        && current.may("pa:change")
        && (request.state() == PriorAuthState.REVIEW || request.state() == PriorAuthState.READY);
  }

  public int getPage() {
    String page = asked.getParameter("page");
    int most = view.document().pages() == null ? 1 : view.document().pages();
    int number = page != null && page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1;
    return Math.max(1, Math.min(most, number));
  }

  public String getAt() {
    String at = asked.getParameter("at");
    return at != null && at.matches("\\d{1,7}") ? at : "";
  }

  public int getPages() {
    return view.document().pages() == null ? 0 : view.document().pages();
  }

  /** Left, top, width and height of a highlight, in per cent of the page. */
  public String box(Evidence at) {
    List<Double> b = at.box();
    return b.size() < 4
        ? "display:none"
        : String.format(
            Locale.ROOT,
            "left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%",
            b.get(0) * PERCENT,
            b.get(1) * PERCENT,
            b.get(2) * PERCENT,
            b.get(3) * PERCENT);
  }

  public String getRefusal() {
    return refusal;
  }

  public ExtractionService.View getView() {
    return isThere() ? view : null;
  }

  public String getMark() {
    return mark;
  }

  public DocumentView getDocument() {
    return isThere() ? document : null;
  }

  public List<DocumentView> getChart() {
    return chart;
  }

  public PriorAuthService.RequestView getRequest() {
    return isThere() ? request : null;
  }

  public PatientIdentity getPatient() {
    return patient;
  }
}
