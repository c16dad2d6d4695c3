package org.openpriorauth.criteria;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openpriorauth.criteria.Facts.Fact;
import org.openpriorauth.criteria.Facts.Part;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.priorauth.model.RequestedItem;

/**
 * Makes facts of what was read: only pages that are the patient's, only what no person rejected,
 * and nothing that the chart denies, plans, supposes, quotes or says of the family.
 */
public final class ChartFacts {
  private static final Pattern DURATION =
      Pattern.compile(
          "P?(?<n>\\d{1,4})\\s*(?<unit>[DWMY]|days?|wks?|weeks?|months?|yrs?|years?)",
          Pattern.CASE_INSENSITIVE);

  /** A course that ended was tried; a medicine that was stopped is not taken. */
  private static final Set<String> TRIED = Set.of("present", "historical", "discontinued");

  private static final Set<String> TRUE_NOW = Set.of("present");

  private final double doubtBelow;
  private final double unseenFrom;

  /**
   * @param doubtBelow a kind of document read with a lower score counts only after a person saw it
   * @param unseenFrom so does a field that is less certain, or of no known certainty
   */
  public ChartFacts(double doubtBelow, double unseenFrom) {
    this.doubtBelow = doubtBelow;
    this.unseenFrom = unseenFrom;
  }

  Facts of(
      LocalDate today,
      LocalDate orderedOn,
      PatientIdentity patient,
      List<RequestedItem> items,
      List<ExtractionService.View> documents) {
    List<Fact> facts = new ArrayList<>();
    facts.add(patient(patient, today));
    items.forEach(item -> facts.add(request(item.service())));
    facts.addAll(of(documents));
    return new Facts(today, orderedOn, facts);
  }

  /** What the documents alone show. */
  public List<Fact> of(List<ExtractionService.View> documents) {
    return documents.stream()
        .filter(document -> document.read() != null)
        .flatMap(document -> of(document).stream())
        .toList();
  }

  static Fact patient(PatientIdentity patient, LocalDate today) {
    int age = Period.between(patient.birthDate(), today).getYears();
    return new Fact(
        "patient",
        Map.of("age", Part.known(Integer.toString(age)), "sex", Part.known(patient.sex())));
  }

  private static Fact request(RequestedItem.Service service) {
    return new Fact(
        "request",
        Map.of(
            "code", Part.known(service.code()),
            "units", Part.known(service.units().toPlainString()),
            "diagnosis", Part.known(String.join(" ", service.diagnosisCodes()))));
  }

  private List<Fact> of(ExtractionService.View document) {
    List<Integer> counting = document.countingPages();
    List<ReadField> fields =
        document.read().fields().stream()
            .filter(f -> counting.contains(f.found().evidence().page()))
            .filter(f -> !f.rejected())
            .toList();
    List<Fact> facts = new ArrayList<>();
    facts.addAll(documents(document, fields, counting));
    Map<String, List<ReadField>> groups =
        fields.stream()
            .collect(
                Collectors.groupingBy(
                    f -> kind(f) + "/" + f.found().group(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    groups.values().forEach(group -> thing(group).ifPresent(facts::add));
    return facts;
  }

  /** The document itself, or each of those that came together in it. */
  private List<Fact> documents(
      ExtractionService.View document, List<ReadField> fields, List<Integer> counting) {
    var made = document.read().composition();
    if (!made.several()) {
      double score = document.read().typeScore();
      Composition.Part all =
          new Composition.Part(document.read().type(), 1, Integer.MAX_VALUE, score);
      return document(document, all, fields, counting).stream().toList();
    }
    return made.parts().stream()
        .flatMap(
            part ->
                document(
                    document,
                    part,
                    fields.stream().filter(f -> part.holds(f.found().evidence().page())).toList(),
                    counting.stream().filter(part::holds).toList())
                    .stream())
        .toList();
  }

  /** Its kind and day, shown by where the day stands. */
  private Optional<Fact> document(
      ExtractionService.View document,
      Composition.Part made,
      List<ReadField> fields,
      List<Integer> counting) {
    if (made.type() == null || counting.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    // A report that is not dated is of the day of what it reports.
    Optional<ReadField> date =
        first(fields, "document.date").or(() -> first(fields, "service.date"));
    date.ifPresent(f -> parts.put("date", part(f)));
    Evidence place =
        date.map(f -> f.found().evidence())
            .orElseGet(
                () ->
                    new Evidence(
                        document.read().documentId(), counting.get(0), 0, 0, List.of(), ""));
    boolean doubtful = !document.read().said().confirmed() && made.confidence() < doubtBelow;
    parts.put("type", new Part(made.type(), place, doubtful));
    return Optional.of(new Fact("document", parts));
  }

  private static Optional<ReadField> first(List<ReadField> fields, String name) {
    return fields.stream().filter(f -> f.found().name().equals(name)).findFirst();
  }

  private Optional<Fact> thing(List<ReadField> group) {
    String kind = kind(group.get(0));
    Set<String> counts = kind.equals("therapy") ? TRIED : TRUE_NOW;
    if (kind.equals("document")
        || group.stream().anyMatch(f -> !counts.contains(f.found().assertion()))) {
      return Optional.empty();
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    for (ReadField field : group) {
      String name = field.found().name();
      parts.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), part(field));
      int first = name.indexOf('.');
      if (first != name.lastIndexOf('.')) {
        parts.putIfAbsent("role", Part.known(name.substring(first + 1, name.lastIndexOf('.'))));
      }
    }
    weeks(parts).ifPresent(w -> parts.put("weeks", w));
    return Optional.of(new Fact(kind, parts));
  }

  private Part part(ReadField field) {
    return new Part(field.counts(), field.found().evidence(), !field.usable(unseenFrom));
  }

  private static String kind(ReadField field) {
    String name = field.found().name();
    return name.substring(0, name.indexOf('.'));
  }

  /** From the duration as written, else from start to end; never from both. */
  static Optional<Part> weeks(Map<String, Part> parts) {
    Part duration = parts.get("duration");
    if (duration != null) {
      Optional<BigDecimal> weeks = weeksOf(duration.value());
      if (weeks.isPresent()) {
        String value = weeks.get().toPlainString();
        return Optional.of(new Part(value, duration.evidence(), duration.doubtful()));
      }
    }
    Part start = parts.get("start");
    Part end = parts.get("end");
    if (start == null || end == null) {
      return Optional.empty();
    }
    try {
      long days =
          ChronoUnit.DAYS.between(LocalDate.parse(start.value()), LocalDate.parse(end.value()));
      String value = inWeeks(days).toPlainString();
      return days < 0
          ? Optional.empty()
          : Optional.of(new Part(value, end.evidence(), start.doubtful() || end.doubtful()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As it is read, P8W, P2M (a month has 30 days at least), or as a person types it: 8 weeks. */
  static Optional<BigDecimal> weeksOf(String duration) {
    Matcher stated = DURATION.matcher(duration.strip());
    if (!stated.matches()) {
      return Optional.empty();
    }
    int days =
        switch (Character.toUpperCase(stated.group("unit").charAt(0))) {
          case 'W' -> 7;
          case 'M' -> 30;
          case 'Y' -> 365;
          default -> 1;
        };
    return Optional.of(inWeeks(Long.parseLong(stated.group("n")) * days));
  }

  private static BigDecimal inWeeks(long days) {
    return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(7), 1, RoundingMode.DOWN);
  }
}
