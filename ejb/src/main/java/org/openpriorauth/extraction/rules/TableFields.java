package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Tables.Table;

/** Reads a table's rows: medicines, treatments, measures, diagnoses, services. */
final class TableFields {
  /** Also as OCR reads a printed box: a letter o that stands alone. */
  private static final Pattern EMPTY_BOX =
      Pattern.compile("^(?:[oO0\u2610\u25a1\u25cb]\\s{1,9}(?=\\p{L})|\\[\\s?\\]|\\(\\s?\\))");

  private static final Pattern STATUS_OVER = Pattern.compile("(?i)stop|disc|inactive|d/c|held");
  private static final Pattern FLAG =
      Pattern.compile(
          "(?<=\\d|\\d %|\\d%)\\s?[\\[(]?(?:H{1,2}|L{1,2}|A|High|Low|Abnormal)[\\])]?\\s?\\*?$|\\s?\\*$");
  private static final Pattern NO_RESULT =
      Pattern.compile(
          "(?i)(?:pending|(?:test )?not (?:performed|done|reported|tested)\\b.*|tnp|see (?:note|comment|below|report)s?\\b.*|cancell?ed"
              + "|in progress|to follow|quantity not.*|n/?a|qns|awaiting.*|specimen (?:rejected|hemolyzed).*|[-_.*]+)");
  private static final Pattern REMARK_OVER =
      Pattern.compile(
          "(?i)^(?:stop(?:ped)?\\b(?! (?:after|on|date|by))|disc|inactive|d/c|held|hold\\b|not taking)");

  private final Leaf leaf;
  private final Table table;
  private final Draft draft;

  /** Whether boxes of the list were read. */
  private final boolean boxes;

  private String assertion = "present";
  private String group = "";

  private TableFields(Leaf leaf, Table table, Draft draft) {
    this.leaf = leaf;
    this.table = table;
    this.draft = draft;
    this.boxes = table.records().stream().anyMatch(TableFields::isUnticked);
  }

  static void read(Leaf leaf, Draft draft) {
    for (Table table : leaf.tables()) {
      TableFields fields = new TableFields(leaf, table, draft);
      for (Map<Integer, Span> record : table.records()) {
        fields.read(record);
      }
    }
  }

  private void read(Map<Integer, Span> record) {
    Span first = record.values().stream().findFirst().orElse(null);
    if (first == null) {
      return;
    }
    String section = leaf.section(first);
    assertion =
        switch (section) {
          case "policy" -> "quoted";
          case "family" -> "family";
          case "stopped" -> "discontinued";
          case "past" -> "historical";
          default -> "present";
        };
    if (table.column("finding.name") >= 0) {
      finding(record);
    } else if (table.column("drug.name") >= 0 && !section.equals("allergies")) {
      drug(record);
    } else if (table.column("therapy.name") >= 0) {
      therapy(record, table.cell(record, "therapy.name"));
    } else {
      codes(record);
    }
  }

  private void drug(Map<Integer, Span> record) {
    DrugRow row = DrugRow.of(table, record);
    if (row.name() == null) {
      return;
    }
    if (isOver(record)) {
      assertion = "discontinued";
    }
    boolean told = isTold(record);
    if (told && assertion.equals("present")) {
      // How long and with what result: it was tried.
      assertion = "historical";
    }
    String dose = DrugFields.normal(row.dose());
    String key = row.name().value().toLowerCase(Locale.ROOT);
    group = draft.group("drug", key + " " + dose + " " + assertion);
    put("drug.name", row.name(), key);
    put("drug.dose", row.dose(), dose);
    put("drug.strength", row.strength(), null);
    put("drug.route", row.route(), null);
    put("drug.frequency", row.frequency(), null);
    number("drug.quantity", table.cell(record, "drug.quantity"));
    number("drug.days", table.cell(record, "drug.days"));
    if (told) {
      therapy(record, row.name());
    }
  }

  /** A remark that says so, or a day on which it ended and why. */
  private boolean isOver(Map<Integer, Span> record) {
    Span status = table.cell(record, "status");
    Span remark = table.cell(record, "therapy.outcome");
    boolean said =
        status != null && STATUS_OVER.matcher(status.value()).find()
            || remark != null && REMARK_OVER.matcher(remark.value()).find();
    Span end = table.cell(record, "end");
    return said || end != null && remark != null && !Dates.in(end.text()).isEmpty();
  }

  /** A list of medicines tells of a treatment only where it says how it went. */
  private boolean isTold(Map<Integer, Span> record) {
    Span outcome = table.cell(record, "therapy.outcome");
    outcome = outcome == null ? table.cell(record, "status") : outcome;
    boolean went = outcome != null && Outcomes.in(outcome.text()) != null;
    return went
        || table.cell(record, "end") != null && !dates(record).isEmpty()
        || table.cell(record, "therapy.duration") != null;
  }

  private Span or(String key, Map<Integer, Span> record, Span otherwise) {
    Span cell = table.cell(record, key);
    return cell == null ? otherwise : cell;
  }

  private void therapy(Map<Integer, Span> record, Span cell) {
    if (cell == null || cell.value().length() > 90) {
      return;
    }
    List<Medicines.Mention> known = Medicines.in(cell);
    Span name = known.isEmpty() ? DrugRow.head(cell) : known.get(0).span();
    Span outcome = table.cell(record, "therapy.outcome");
    outcome = outcome == null ? table.cell(record, "status") : outcome;
    if (outcome != null && outcome.value().matches("(?i)(?:declined|refused|not tried|never).*")) {
      assertion = "negated";
    } else if (outcome != null
        && outcome.value().matches("(?i)(?:planned|to (?:start|begin)|pending|requested).*")) {
      assertion = "planned";
    } else if (assertion.equals("discontinued") || assertion.equals("historical")) {
      assertion = "present";
    }
    group = draft.group("therapy", Names.key(name.value()) + " " + assertion);
    put("therapy.name", name, name.value().toLowerCase(Locale.ROOT));
    Span duration = table.cell(record, "therapy.duration");
    Shapes.Value period = duration == null ? null : Shapes.take("duration", duration);
    put(
        "therapy.duration",
        period == null ? null : period.span(),
        period == null ? null : period.normalized());
    List<Span> dates = dates(record);
    for (int i = 0; i < Math.min(2, dates.size()); i++) {
      Span date = dates.get(i);
      put(i == 0 ? "therapy.start" : "therapy.end", date, Dates.in(date.text()).get(0).iso());
    }
    outcome(outcome, table.cell(record, "therapy.outcome") != null);
  }

  /**
   * @param whole whether the cell says nothing else
   */
  private void outcome(Span cell, boolean whole) {
    Outcomes.Found found = cell == null ? null : Outcomes.in(cell.text());
    if (found != null && !whole) {
      put("therapy.outcome", cell.part(found.start(), found.end()).trimmed(""), found.word());
    } else if (whole && cell.text().chars().anyMatch(Character::isLetter)) {
      put("therapy.outcome", cell, found == null ? "unknown" : found.word());
    }
  }

  private List<Span> dates(Map<Integer, Span> record) {
    List<Span> spans = new ArrayList<>();
    for (String key : List.of("start", "end", "dates")) {
      Span cell = table.cell(record, key);
      if (cell != null) {
        for (Dates.Found date : Dates.in(cell.text())) {
          spans.add(cell.part(date.start(), date.end()));
        }
      }
    }
    return spans;
  }

  private void finding(Map<Integer, Span> record) {
    Span name = table.cell(record, "finding.name");
    int column = table.keys().lastIndexOf("finding.value");
    Span value = column < 0 ? null : record.get(column);
    if (name == null
        || value == null
        || name.value().length() > 80
        || NO_RESULT.matcher(value.value()).matches()) {
      return;
    }
    Matcher flag = FLAG.matcher(value.text());
    Span result = flag.find() ? value.part(0, flag.start()) : value;
    group = draft.group("finding", Names.key(name.value()) + " " + result.value());
    put("finding.name", name.trimmed("*:"), null);
    put("finding.value", result, FindingFields.plain(result));
    put("finding.unit", table.cell(record, "finding.unit"), null);
    Span date = table.cell(record, "date");
    Span heading = table.header().get(column);
    for (Span place : new Span[] {date, heading}) {
      List<Dates.Found> dates = place == null ? List.of() : Dates.in(place.text());
      if (!dates.isEmpty()) {
        Dates.Found d = dates.get(0);
        put("finding.date", place.part(d.start(), d.end()), d.iso());
        return;
      }
    }
    leaf.collected().put(value, group, assertion, draft);
  }

  /** A list to tick in which this row's box is empty. */
  private static boolean isUnticked(Map<Integer, Span> record) {
    return record.values().stream().anyMatch(s -> EMPTY_BOX.matcher(s.text()).find());
  }

  private void codes(Map<Integer, Span> record) {
    if (isUnticked(record)) {
      return;
    }
    Span status = table.cell(record, "status");
    if (status != null
        && status.value().matches("(?i)(?:resolved|inactive|historical|past)\\b.*")) {
      assertion = "historical";
    }
    for (String key : List.of("diagnosis.code", "service.code", "code")) {
      Span cell = table.cell(record, key);
      CodeFields.Code code = cell == null ? null : CodeFields.inColumn(cell, key);
      if (code == null) {
        continue;
      }
      String kind = code.kind();
      group = CodeFields.put(marked(code), draft, assertion);
      Span text = table.cell(record, kind + ".description");
      text = text == null ? table.cell(record, "description") : text;
      if (text != null && !text.overlaps(code.span())) {
        put(kind + ".description", text, null);
      }
      if (kind.equals("service")) {
        Span units = or("finding.unit", record, table.cell(record, "drug.quantity"));
        number("service.units", or("service.units", record, units));
        day(or("date", record, table.cell(record, "start")));
        CodeFields.laterality(text, group, draft, assertion);
        CodeFields.modifier(cell, code, group, draft);
      }
    }
  }

  /** Also as a form's boxes have it: "11 09 26". */
  private void day(Span cell) {
    if (cell == null) {
      return;
    }
    var boxed = java.util.regex.Pattern.compile("\\b(\\d\\d) (\\d\\d) (\\d\\d(?:\\d\\d)?)\\b");
    String text = boxed.matcher(cell.text()).replaceFirst("$1/$2/$3");
    for (Dates.Found date : Dates.in(text)) {
      if (date.hasDay() && !draft.has("service.date", group)) {
        put("service.date", cell.part(date.start(), date.end()), date.iso());
      }
    }
  }

  /** Where other boxes of the list were read, one that was not may be ticked or empty. */
  private CodeFields.Code marked(CodeFields.Code code) {
    if (!boxes) {
      return code;
    }
    List<String> flags = new ArrayList<>(code.flags());
    flags.add("box_unread");
    return new CodeFields.Code(code.kind(), code.span(), code.normalized(), flags);
  }

  private void number(String name, Span cell) {
    if (cell == null) {
      return;
    }
    var m = Pattern.compile("\\d{1,5}(?:\\.\\d{1,2})?").matcher(cell.text());
    if (m.find()) {
      put(name, cell.part(m.start(), m.end()), m.group());
    }
  }

  private void put(String name, Span span, String normalized) {
    draft.add(name, group, span, normalized, assertion, List.of(), 0.9);
  }
}
