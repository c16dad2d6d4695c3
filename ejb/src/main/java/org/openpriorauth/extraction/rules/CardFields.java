package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a member's card says, front and back. A card has no room for colons: a small label stands
 * before, above or below its value.
 */
final class CardFields {
  private static final String NUMBER = "(?:\\s?(?:number|num\\b|no\\b|#|id\\b))?+[.:#]{0,2}";

  /** A label may be said again in Spanish. */
  private static final String OTHER_TONGUE = "(?:/[\\p{L} ]{3,24})?+";

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?<![\\w/-])(?:"
              + "(?<none>rx\\s?-?(?:bin|pcn|grp|group|id|member)|bin|pcn|payer id|edi payer|network|effective(?: date)?|issued|eff(?:\\.| date)|copays?"
              + "|pcp(?= ?\\$)|dependents|plan code|plan effective|group name|employer|claims?|deductible|coins)\\b"
              + "|(?<member>(?:(?:member|subscriber|enrollee|insured|identification|unique|policy|contract|recipient|beneficiary|medicaid"
              + "|medicare|mbr|health plan|cardholder|sub)(?:'s)?\\s)?(?:id(?:\\s?(?:number|no\\b|#))?|(?<=member |subscriber |enrollee |policy |contract"
              + " |identification |recipient |medicare |medicaid |beneficiary )(?:number|no\\b|#))"
              + OTHER_TONGUE
              + "[.:#]{0,2})(?=\\s|$)"
              + "|(?<group>(?:(?:employer|policy|plan)\\s)?(?:group|grp)"
              + NUMBER
              + ")(?=\\s|$)"
              + "|(?<plan>plan(?:\\s(?:name|type))?|product(?:\\sname)?|coverage type|type of plan)\\s?:?(?=\\s|$)"
              + "|(?<pcp>(?:pcp|primary care (?:provider|physician)|primary care|your doctor)(?:\\sname)?\\s?:?)(?=\\s|$)"
              + "|(?<subscriber>(?:subscriber|policyholder|policy holder|insured|cardholder|employee)(?:'s)?(?:\\sname)?\\s?:?)(?=\\s|$)"
              + "|(?<person>(?:member|enrollee|patient|recipient|beneficiary|dependent|name)(?:'s)?(?:\\sname)?(?:\\s\\d{2})?"
              + OTHER_TONGUE
              + "\\s?:?)(?=\\s|$))");
  private static final Pattern ID =
      Pattern.compile("[A-Z]{0,6}[ -]?\\d[A-Z\\d]{0,14}(?:[ -][A-Z\\d]{1,11}){0,4}+");
  private static final Pattern DATE_OR_MONEY =
      Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{2,4}|[$%]|\\d{3}-\\d{4}");
  private static final Pattern PLAN =
      Pattern.compile(
          "\\b(?:PPO|HMO|EPO|POS|HDHP|HSA|PFFS|SNP|D-SNP|DSNP|CDHP|Open Access|Choice Plus)\\b");
  private static final Pattern SUFFIX = Pattern.compile("^\\d{2}\\s");
  private static final Pattern PCP =
      Pattern.compile(
          "(?:(?:DR|Dr)\\.?\\s)?[\\p{Lu}][\\p{L}.'-]{0,20}(?:,?\\s[\\p{Lu}][\\p{L}.'-]{0,20}){1,4}");
  private static final List<String> KINDS =
      List.of("none", "member", "group", "plan", "pcp", "subscriber", "person");

  /** In page widths and rows: where a value may stand from its label. */
  private static final double SLACK = 0.025;

  /** In heights: how far off its line a value may be on a slanted card. */
  private static final double SLANT = 0.7;

  private static final int BELOW = 2;
  private static final int TOP_ROWS = 5;

  /** In characters. */
  private static final int LONGEST_PLAN = 40;

  private static final Pattern NO_PLAN = Pattern.compile("[$%:@]|\\d{3}-\\d{4}|\\d{5}");

  private CardFields() {}

  private record Mark(String kind, Row row, Cell cell, int start, int end) {}

  static void read(Leaf leaf, String type, Draft draft) {
    if (!"insurance_card".equals(type)) {
      return;
    }
    PayerHead.read(leaf, draft);
    List<Mark> marks = marks(leaf.sheet());
    for (Mark mark : marks) {
      for (Span place : places(leaf.sheet(), mark, marks)) {
        if (put(mark.kind(), place, draft)) {
          break;
        }
      }
    }
    plan(leaf.sheet(), draft);
    List<Draft.Item> holders = draft.all("coverage.subscriber");
    if (!draft.has("patient.name") && !holders.isEmpty()) {
      // Nobody else is named: the card is the subscriber's own.
      Span holder = Names.person(holders.get(0).span());
      boolean other = marks.stream().anyMatch(m -> m.kind().equals("person"));
      if (holder != null && !other) {
        draft.add("patient.name", "patient", holder, null, 0.7);
      }
    }
  }

  private static List<Mark> marks(Sheet sheet) {
    List<Mark> marks = new ArrayList<>();
    for (Row row : sheet.rows()) {
      for (Cell cell : row.cells()) {
        Matcher label = LABEL.matcher(sheet.text()).region(cell.start(), cell.end());
        label.useTransparentBounds(true);
        while (label.find()) {
          for (String kind : KINDS) {
            if (label.group(kind) != null && stands(sheet, cell, label, kind)) {
              marks.add(new Mark(kind, row, cell, label.start(), label.end()));
            }
          }
        }
      }
    }
    return marks;
  }

  /** In the middle of a line a label has a colon, or a number before it. */
  private static boolean stands(Sheet sheet, Cell cell, Matcher label, String kind) {
    Span before = sheet.span(cell.start(), label.start()).trimmed("");
    String word = before.text().substring(before.text().lastIndexOf(' ') + 1);
    return before.isEmpty()
        || kind.equals("none")
        || label.group().indexOf(':') > 0
        || word.chars().anyMatch(Character::isDigit);
  }

  /** Behind the label; else beside, below or, last, above it. */
  private static List<Span> places(Sheet sheet, Mark mark, List<Mark> marks) {
    int end = mark.cell().end();
    for (Mark other : marks) {
      if (other.start() >= mark.end() && other.start() < end) {
        end = other.start();
      }
    }
    Span behind = sheet.span(mark.end(), end).trimmed(":#.");
    if (!behind.isEmpty()) {
      return List.of(behind);
    }
    List<Span> places = new ArrayList<>();
    List<Cell> cells = mark.row().cells();
    int next = cells.indexOf(mark.cell()) + 1;
    if (next < cells.size() && isFree(cells.get(next), marks)) {
      places.add(sheet.span(cells.get(next)));
    }
    addSlanted(sheet, mark, marks, places);
    for (int r = mark.row().index() + 1; r <= mark.row().index() + BELOW; r++) {
      addAligned(sheet, r, mark, marks, places);
    }
    if (mark.kind().equals("member")) {
      addAligned(sheet, mark.row().index() - 1, mark, marks, places);
    }
    return places;
  }

  /** A card that lies aslant is read with the end of a line above or below its beginning. */
  private static void addSlanted(Sheet sheet, Mark mark, List<Mark> marks, List<Span> places) {
    Token label = mark.cell().tokens().get(mark.cell().tokens().size() - 1);
    int index = mark.row().index();
    for (int r = Math.max(0, index - 1); r <= Math.min(index + 1, sheet.rows().size() - 1); r++) {
      Cell first = sheet.rows().get(r).cells().get(0);
      Token token = first.tokens().get(0);
      double apart = Math.abs(token.top() + token.bottom() - label.top() - label.bottom()) / 2;
      boolean level = apart < SLANT * (label.bottom() - label.top());
      if (r != index && level && first.left() > label.right() && isFree(first, marks)) {
        places.add(sheet.span(first));
      }
    }
  }

  private static void addAligned(
      Sheet sheet, int r, Mark mark, List<Mark> marks, List<Span> places) {
    if (r < 0 || r >= sheet.rows().size()) {
      return;
    }
    for (Cell cell : sheet.rows().get(r).cells()) {
      boolean aligned = Math.abs(cell.left() - mark.cell().left()) <= SLACK;
      if (aligned && isFree(cell, marks)) {
        places.add(sheet.span(cell));
      }
    }
  }

  private static boolean isFree(Cell cell, List<Mark> marks) {
    return marks.stream().noneMatch(m -> m.start() == cell.start());
  }

  private static boolean put(String kind, Span place, Draft draft) {
    return switch (kind) {
      case "member" -> number("member_id", 5, place, draft);
      case "group" -> number("group_number", 3, place, draft);
      case "plan" -> words("coverage.plan", plan(place), draft);
      case "pcp" -> pcp(place, draft);
      case "subscriber" -> {
        Shapes.Value value = Subscribers.take(place);
        yield value != null && words("coverage.subscriber", value.span(), draft);
      }
      case "person" -> person(place, draft);
      default -> true;
    };
  }

  private static boolean person(Span place, Draft draft) {
    Matcher suffix = SUFFIX.matcher(place.text());
    Span bare = suffix.find() ? place.part(suffix.end(), place.text().length()) : place;
    Span person = Names.person(bare);
    if (person != null && !draft.has("patient.name")) {
      draft.add("patient.name", "patient", person, null, 0.8);
    }
    return person != null;
  }

  private static boolean words(String name, Span value, Draft draft) {
    if (value != null && !draft.has(name)) {
      draft.add(name, "coverage", value, null, 0.8);
    }
    return value != null;
  }

  /** Its name with the number that may belong to it. */
  private static Span plan(Span place) {
    Span clean = place.trimmed(",;:-_*|");
    boolean plain = clean.text().length() <= LONGEST_PLAN && !NO_PLAN.matcher(clean.text()).find();
    return plain && Names.house(clean) != null ? clean : null;
  }

  private static boolean number(String kind, int least, Span place, Draft draft) {
    String text = place.text().toUpperCase(Locale.ROOT);
    Matcher id = ID.matcher(text);
    Matcher letters = Pattern.compile("[A-Z]{2,8}-\\d{2,8}(?!\\w)").matcher(text);
    boolean hyphened = letters.lookingAt();
    if (!hyphened && !id.lookingAt()) {
      return false;
    }
    Span span = place.part(0, hyphened ? letters.end() : id.end()).trimmed("-");
    long digits = span.text().chars().filter(Character::isDigit).count();
    if (digits < least || DATE_OR_MONEY.matcher(text).find()) {
      return false;
    }
    if (!draft.has("coverage." + kind)) {
      String normalized = span.value().toUpperCase(Locale.ROOT);
      draft.add("coverage." + kind, "coverage", span, normalized, 0.8);
    }
    return true;
  }

  private static boolean pcp(Span place, Draft draft) {
    Matcher name = PCP.matcher(place.text());
    if (!name.lookingAt() || place.text().indexOf('$') >= 0) {
      return false;
    }
    if (!draft.has("provider.primary.name")) {
      Span span = place.part(0, name.end());
      draft.add("provider.primary.name", "provider.primary", span, null, 0.75);
    }
    return true;
  }

  /** The kind of plan in a line of its own under the payer. */
  private static void plan(Sheet sheet, Draft draft) {
    for (Row row : sheet.rows()) {
      for (Cell cell : row.cells()) {
        Span span = sheet.span(cell);
        boolean named = PLAN.matcher(span.text()).find() && span.text().indexOf(':') < 0;
        boolean payer = draft.all("coverage.payer").stream().anyMatch(i -> i.span().overlaps(span));
        if (row.index() < TOP_ROWS
            && named
            && !payer
            && !LABEL.matcher(span.text()).find()
            && !draft.has("coverage.plan")) {
          words("coverage.plan", plan(span), draft);
        }
      }
    }
  }
}
