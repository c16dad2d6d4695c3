package org.openpriorauth.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.criteria.Matched;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.packet.PacketSource.Known;

/** Lays a request out as a packet: what is said, what shows it, and the pages themselves. */
@ApplicationScoped
public class PacketComposer {
  private static final String NOTICE =
      "This packet holds health information protected by federal law (45 CFR 164). If it reached"
          + " you by mistake, call the sender, and destroy it unread.";
  private static final List<String> TRIED = List.of("present", "historical", "discontinued");
  private static final int MOST_THERAPIES = 8;

  @Inject ChartPages chart;

  /** The same facts give the same content. */
  public PacketContent compose(Caller caller, Known known) {
    Map<UUID, ChartPages.Enclosed> enclosed = enclosed(caller, known);
    // What is not met is not needed: the rules are met without it, or it would not be sent.
    List<IndexedCriterion> criteria =
        known.assessment().criteria().stream()
            .filter(c -> c.verdict() == Verdict.MET)
            .map(c -> indexed(c, enclosed))
            .toList();
    NecessityFacts facts = facts(known, criteria, enclosed);
    return new PacketContent(
        cover(known),
        form(known),
        LetterCheck.passed(NecessityStatement.of(facts), facts),
        Optional.empty(),
        criteria,
        enclosed.values().stream().map(ChartPages.Enclosed::document).toList());
  }

  /** Documents that have pages of the patient, labelled from 1 in the order of their arrival. */
  private Map<UUID, ChartPages.Enclosed> enclosed(Caller caller, Known known) {
    Map<UUID, DocumentView> names =
        known.names().stream().collect(Collectors.toMap(DocumentView::id, d -> d));
    Map<UUID, ChartPages.Enclosed> enclosed = new LinkedHashMap<>();
    for (ExtractionService.View view : known.read()) {
      if (view.read() != null && !view.countingPages().isEmpty()) {
        UUID id = view.document().id();
        enclosed.put(
            id, chart.enclose(caller, enclosed.size() + 1, names.get(id).fileName(), view));
      }
    }
    return enclosed;
  }

  private static CoverSheet cover(Known known) {
    return new CoverSheet(
        new CoverSheet.Sender(
            known.clinic().name(),
            known.clinic().npi(),
            known.clinic().taxId(),
            known.clinic().phone(),
            known.clinic().fax(),
            known.clinic().address().lines()),
        known.payer().name(),
        "Utilization management",
        known.request().paNumber(),
        known.today(),
        known.request().order().priority(),
        NOTICE);
  }

  private static RequestForm form(Known known) {
    var numbers = known.coverage().numbers();
    var terms = known.coverage().terms();
    return new RequestForm(
        new RequestForm.Patient(
            known.patient().name(),
            known.patient().birthDate(),
            known.patient().sex(),
            known.patient().mrn(),
            known.patient().phone()),
        new RequestForm.Coverage(
            numbers.memberId(), numbers.groupNumber(), numbers.plan(), terms.relationship()),
        known.ordering().map(PacketComposer::provider),
        known.performing().map(PacketComposer::provider),
        known.items().stream()
            .map(
                item ->
                    new RequestForm.Item(
                        item.sequence(),
                        item.service().codeSystem().toUpperCase(Locale.ROOT),
                        item.service().code(),
                        known.words().beside(item),
                        item.service().units().stripTrailingZeros().toPlainString(),
                        item.service().diagnosisCodes()))
            .toList(),
        known.request().order().orderedOn());
  }

  private static RequestForm.Provider provider(Provider.Details details) {
    return new RequestForm.Provider(details.fullName(), details.npi());
  }

  private static IndexedCriterion indexed(
      Matched.Criterion criterion, Map<UUID, ChartPages.Enclosed> enclosed) {
    return new IndexedCriterion(
        criterion.text(), criterion.verdict(), quotes(criterion.evidence(), enclosed));
  }

  private static List<CitedQuote> quotes(
      List<Evidence> evidence, Map<UUID, ChartPages.Enclosed> enclosed) {
    return evidence.stream()
        .filter(e -> enclosed.containsKey(e.documentId()))
        .flatMap(e -> enclosed.get(e.documentId()).cite(e).stream())
        .distinct()
        .toList();
  }

  private static NecessityFacts facts(
      Known known, List<IndexedCriterion> criteria, Map<UUID, ChartPages.Enclosed> enclosed) {
    double unseenFrom = known.clinic().unseenFrom();
    List<ReadField> counting = known.read().stream().flatMap(PacketComposer::counting).toList();
    List<ReadField> usable = counting.stream().filter(f -> f.usable(unseenFrom)).toList();
    int age = Period.between(known.patient().birthDate(), known.today()).getYears();
    return new NecessityFacts(
        new NecessityFacts.Patient(known.patient().name(), Optional.of(age), known.patient().sex()),
        known.items().stream()
            .map(
                i ->
                    new NecessityFacts.Service(
                        named(known.words().beside(i), "the service"),
                        i.service().codeSystem().toUpperCase(Locale.ROOT),
                        i.service().code()))
            .toList(),
        known.items().stream()
            .flatMap(i -> i.service().diagnosisCodes().stream())
            .distinct()
            .map(code -> new NecessityFacts.Diagnosis(described(code, usable), code))
            .toList(),
        criteria,
        therapies(counting, usable, enclosed),
        List.of());
  }

  private static java.util.stream.Stream<ReadField> counting(ExtractionService.View view) {
    if (view.read() == null) {
      return java.util.stream.Stream.empty();
    }
    List<Integer> pages = view.countingPages();
    return view.read().fields().stream()
        .filter(f -> pages.contains(f.found().evidence().page()) && !f.rejected());
  }

  /** In the chart's words where it has them beside the code. */
  private static String described(String code, List<ReadField> fields) {
    return fields.stream()
        .filter(f -> f.found().name().equals("diagnosis.code") && f.counts().equals(code))
        .flatMap(
            f ->
                fields.stream()
                    .filter(d -> d.found().name().equals("diagnosis.description"))
                    .filter(d -> sameThing(d, f)))
        .map(d -> d.changedTo() == null ? d.found().value() : d.changedTo())
        .findFirst()
        .orElse("the diagnosis");
  }

  private static boolean sameThing(ReadField a, ReadField b) {
    return a.found().group() != null
        && a.found().group().equals(b.found().group())
        && a.found().evidence().documentId().equals(b.found().evidence().documentId());
  }

  /**
   * @param fields all that count: one that is planned keeps its course out, however doubtful it is
   * @param usable of them, those that may be said
   */
  static List<NecessityFacts.Therapy> therapies(
      List<ReadField> fields, List<ReadField> usable, Map<UUID, ChartPages.Enclosed> enclosed) {
    Map<String, NecessityFacts.Therapy> tried = new LinkedHashMap<>();
    for (ReadField name : usable) {
      if (name.found().name().equals("therapy.name")) {
        boolean all =
            fields.stream()
                .filter(f -> sameThing(f, name))
                .allMatch(f -> TRIED.contains(f.found().assertion()));
        List<ReadField> group = usable.stream().filter(f -> sameThing(f, name)).toList();
        String duration = part(group, "therapy.duration");
        String outcome = part(group, "therapy.outcome");
        if (all && !(duration.isEmpty() && outcome.isEmpty())) {
          List<Evidence> places = group.stream().map(f -> f.found().evidence()).toList();
          // Two documents that name it are one course; the first says most.
          tried.putIfAbsent(
              name.counts(),
              new NecessityFacts.Therapy(
                  capital(PutRight.words(name)), duration, outcome, quotes(places, enclosed)));
        }
      }
    }
    return tried.values().stream().limit(MOST_THERAPIES).toList();
  }

  private static String part(List<ReadField> group, String name) {
    return group.stream()
        .filter(f -> f.found().name().equals(name))
        .map(PutRight::words)
        .findFirst()
        .orElse("");
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String named(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }
}
