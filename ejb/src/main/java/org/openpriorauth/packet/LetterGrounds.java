package org.openpriorauth.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.criteria.Matched;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.packet.ChartPages.Enclosed;
import org.openpriorauth.packet.LetterGround.Contrary;
import org.openpriorauth.packet.LetterGround.Offered;
import org.openpriorauth.packet.PacketSource.Known;

/** Gathers what a letter of a request rests on. */
@ApplicationScoped
public class LetterGrounds {
  @Inject ChartPages chart;

  public LetterGround of(Caller caller, Known known) {
    Map<UUID, Enclosed> enclosed = enclosed(caller, known);
    List<IndexedCriterion> criteria =
        known.assessment().criteria().stream().map(c -> indexed(c, enclosed)).toList();
    ChartTold told = new ChartTold(known.read(), known.clinic().unseenFrom(), enclosed);
    return new LetterGround(
        facts(known, criteria, told),
        known.assessment().verdict(),
        criteria,
        accepted(known),
        enclosed,
        offered(criteria, told),
        contrary(known, criteria, told));
  }

  /** Documents that have pages of the patient, labelled from 1 in the order of their arrival. */
  private Map<UUID, Enclosed> enclosed(Caller caller, Known known) {
    Map<UUID, DocumentView> names =
        known.names().stream().collect(Collectors.toMap(DocumentView::id, d -> d));
    Map<UUID, Enclosed> enclosed = new LinkedHashMap<>();
    for (ExtractionService.View view : known.read()) {
      if (view.read() != null && !view.countingPages().isEmpty()) {
        UUID id = view.document().id();
        enclosed.put(
            id, chart.enclose(caller, enclosed.size() + 1, names.get(id).fileName(), view));
      }
    }
    return enclosed;
  }

  private static NecessityFacts facts(
      Known known, List<IndexedCriterion> criteria, ChartTold told) {
    int age = Period.between(known.patient().birthDate(), known.today()).getYears();
    return new NecessityFacts(
        new NecessityFacts.Patient(known.patient().name(), Optional.of(age), known.patient().sex()),
        known.items().stream()
            .map(
                i ->
                    new NecessityFacts.Service(
                        named(known.words().beside(i)),
                        i.service().codeSystem().toUpperCase(Locale.ROOT),
                        i.service().code()))
            .toList(),
        known.items().stream()
            .flatMap(i -> i.service().diagnosisCodes().stream())
            .distinct()
            .map(code -> new NecessityFacts.Diagnosis(told.described(code), code))
            .toList(),
        // What is not met is not needed: the rules are met without it, or it would not be sent.
        criteria.stream().filter(c -> c.verdict() == Verdict.MET).toList(),
        told.therapies(),
        List.of());
  }

  private static String named(String text) {
    return text == null || text.isBlank() ? "the service" : text;
  }

  private static Identity.Accepted accepted(Known known) {
    return new Identity.Accepted(
        known.patient().name(),
        known.coverage().numbers().memberId(),
        known.payer().name(),
        Stream.of(known.ordering(), known.performing())
            .flatMap(Optional::stream)
            .map(Provider.Details::fullName)
            .toList());
  }

  private static IndexedCriterion indexed(
      Matched.Criterion criterion, Map<UUID, Enclosed> enclosed) {
    return new IndexedCriterion(
        criterion.text(), criterion.verdict(), ChartTold.quotes(criterion.evidence(), enclosed));
  }

  private static List<Offered> offered(List<IndexedCriterion> criteria, ChartTold told) {
    Map<List<Object>, Offered> once = new LinkedHashMap<>();
    Stream.concat(
            criteria.stream()
                .filter(c -> c.verdict() == Verdict.MET)
                .flatMap(c -> c.evidence().stream().map(e -> new Offered(c.text(), e))),
            told.offered())
        .forEach(o -> once.putIfAbsent(List.of(o.words().citation(), o.words().quote()), o));
    return List.copyOf(once.values());
  }

  private static List<Contrary> contrary(
      Known known, List<IndexedCriterion> criteria, ChartTold told) {
    List<Contrary> contrary = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      IndexedCriterion criterion = criteria.get(i);
      boolean against =
          criterion.verdict() == Verdict.NOT_MET || criterion.verdict() == Verdict.CONFLICT;
      if (against && !criterion.evidence().isEmpty()) {
        String why = known.assessment().criteria().get(i).why();
        contrary.add(new Contrary(criterion.text(), why, criterion.evidence()));
      }
    }
    contrary.addAll(told.denied());
    return contrary;
  }
}
