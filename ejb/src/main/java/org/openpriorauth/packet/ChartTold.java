package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.packet.ChartPages.Enclosed;
import org.openpriorauth.packet.LetterGround.Contrary;
import org.openpriorauth.packet.LetterGround.Offered;

/** What the fields that were read on the patient's pages tell a letter. */
final class ChartTold {
  private static final List<String> TRIED = List.of("present", "historical", "discontinued");
  private static final List<String> CLINICAL =
      List.of("diagnosis.", "therapy.", "finding.", "drug.");
  private static final int MOST_THERAPIES = 8;
  private static final int MOST_OFFERED = 150;

  private final List<ReadField> fields;

  /** Of them, those that may be said before a person saw them. */
  private final List<ReadField> usable;

  private final Map<UUID, Enclosed> enclosed;

  /**
   * @param unseenFrom the clinic's threshold
   */
  ChartTold(List<ExtractionService.View> read, double unseenFrom, Map<UUID, Enclosed> enclosed) {
    this.fields = read.stream().flatMap(ChartTold::counting).toList();
    this.usable = fields.stream().filter(f -> f.usable(unseenFrom)).toList();
    this.enclosed = enclosed;
  }

  /** The sentences and rows in which the evidence stands, each once. */
  static List<CitedQuote> quotes(List<Evidence> evidence, Map<UUID, Enclosed> enclosed) {
    Map<List<Object>, CitedQuote> once = new LinkedHashMap<>();
    evidence.stream()
        .filter(e -> enclosed.containsKey(e.documentId()))
        .flatMap(e -> enclosed.get(e.documentId()).cite(e).stream())
        .forEach(q -> once.putIfAbsent(List.of(q.citation(), q.quote()), q));
    return List.copyOf(once.values());
  }

  List<NecessityFacts.Therapy> therapies() {
    return therapies(fields, usable, enclosed);
  }

  /** In the chart's words where it has them beside the code. */
  String described(String code) {
    return described(code, usable);
  }

  /** What else may be cited: whatever was read of the patient's illness and treatment. */
  Stream<Offered> offered() {
    return clinical(TRIED)
        .flatMap(
            f ->
                quotes(List.of(f.found().evidence()), enclosed).stream()
                    .map(q -> new Offered(about(f), q)))
        .limit(MOST_OFFERED);
  }

  /** What the chart says is not so. */
  List<Contrary> denied() {
    List<Contrary> denied = new ArrayList<>();
    clinical(List.of("negated"))
        .forEach(
            f -> {
              List<CitedQuote> places = quotes(List.of(f.found().evidence()), enclosed);
              if (!places.isEmpty()) {
                denied.add(new Contrary(PutRight.words(f), "The chart denies it.", places));
              }
            });
    return denied;
  }

  private Stream<ReadField> clinical(List<String> assertions) {
    return fields.stream()
        .filter(f -> CLINICAL.stream().anyMatch(f.found().name()::startsWith))
        .filter(f -> assertions.contains(f.found().assertion()));
  }

  private static String about(ReadField field) {
    return field.found().name().replace('.', ' ') + ": " + PutRight.words(field);
  }

  private static Stream<ReadField> counting(ExtractionService.View view) {
    if (view.read() == null) {
      return Stream.empty();
    }
    List<Integer> pages = view.countingPages();
    return view.read().fields().stream()
        .filter(f -> pages.contains(f.found().evidence().page()) && !f.rejected());
  }

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
      List<ReadField> fields, List<ReadField> usable, Map<UUID, Enclosed> enclosed) {
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
}
