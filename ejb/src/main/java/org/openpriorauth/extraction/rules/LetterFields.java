package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** What a payer's letter says: under which number, how much of what is approved, and when. */
final class LetterFields {
  static final String GROUP = "letter";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:(?:our|your|payer|plan|service|case|request|authorization|auth|tracking|appeal"
              + "|determination|certification|precertification|review|event|confirmation|approval|pa|um)\\s){0,2}"
              + "(?:(?:reference|ref|case|tracking|confirmation|authorization|auth|certification|request|review|event|appeal"
              + "|approval|srn|request/reference)\\.?\\s?(?:n[a-z]{3,5}r\\b|no\\b\\.?|num\\b\\.?|id\\b|#)(?:\\s?\\([^)\n]{1,20}\\))?+(?:\\s{0,2}[:#]|\\s(?:is|was)\\b)?"
              + "|(?:reference|ref\\.?|srn)\\s?[:#])");
  private static final Pattern NUMBER =
      Pattern.compile(
          "#?\\s?([A-Za-z]{0,8}[\\d/-][A-Za-z\\d./-]{2,30}|[A-Za-z]{1,8}\\s\\d{4,14})(?![\\w@])");

  /** A screen that shows what became of a request. */
  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)\\b(?:prior\\s?auth|(?:authorization|referral|request|case)\\s(?:status|inquiry|response|detail))");

  private static final Pattern OTHER_CASE =
      Pattern.compile("(?i)\\b(?:earlier|previous|prior|original|another|claim|related)\\s");

  private static final String AMOUNT =
      "\\d{1,4}(?:\\s\\([a-z-]{3,20}\\))?+\\s(?:[a-z]{3,12}\\s)?(?:visits?|sessions?|units?|days?|treatments?|doses?"
          + "|hours?|injections?|infusions?|vials?|tablets?|tests?|studies|procedures?|months?|nights?|items?)";
  private static final Pattern UNITS =
      Pattern.compile(
          "(?i)(?<!not\\s)\\b(?:approved?|authorized?|certified|authorization(?:\\sis)?(?:\\sgiven)?)"
              + "(?:\\s(?:for|as|quantity|amount|units?|visits?|services?|number|of|the|following|a|total)|\\s?[:(]){0,6}\\s?("
              + AMOUNT
              + ")\\b");
  private static final Pattern UNITS_LABEL =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:(?:approved|authorized|certified)\\s(?:units?|visits?|quantity|qty|amount|days|sessions?)"
              + "(?:/\\w{3,8})?|(?:number of\\s)?(?:units?|visits?|quantity|qty|days|sessions?)\\s(?:approved|authorized|certified))\\s?:?");
  private static final Pattern UNITS_COLUMN =
      Pattern.compile("(?i)(?<![\\w-])(?:units?|visits|qty|quantity)(?=\\s|$)");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)\\d{1,4}(?:\\s(?:visits?|sessions?|units?|days?|treatments?|doses?|hours?))?(?![\\w/-])");

  private LetterFields() {}

  static void read(Leaf leaf, String type, Draft draft) {
    boolean letter = "payer_letter".equals(type);
    boolean status = "other".equals(type) && STATUS.matcher(leaf.sheet().text()).find();
    if (!letter && !status) {
      return;
    }
    if (letter) {
      PayerHead.read(leaf, draft);
    }
    boolean decided = LetterDecision.read(leaf, letter, draft);
    if (letter || decided) {
      reference(leaf, draft);
    }
    if (letter) {
      units(leaf, draft);
      LetterPeriod.read(leaf, draft);
      LetterDeadlines.read(leaf, draft);
    }
  }

  /** What stands for a field first is it. */
  static void add(Draft draft, String field, Span span, String normalized, double strength) {
    if (!draft.has("letter." + field)) {
      draft.add("letter." + field, GROUP, span, normalized, strength);
    }
  }

  /** The places of the values of labels that a pattern finds in the head of a cell or in a text. */
  static List<Span> places(Leaf leaf, Pattern labels) {
    List<Span> places = new ArrayList<>();
    Pairs pairs = leaf.pairs();
    for (Row row : leaf.sheet().rows()) {
      for (int c = 0; c < row.cells().size(); c++) {
        Cell cell = row.cells().get(c);
        Matcher label = labels.matcher(leaf.sheet().text()).region(cell.start(), cell.end());
        label.useTransparentBounds(true);
        while (label.find()) {
          double left = leaf.sheet().tokens(label.start(), label.end()).get(0).left();
          boolean sure = label.group().endsWith(":") || label.group().endsWith("is");
          boolean alone = leaf.sheet().text().substring(label.end(), cell.end()).isBlank();
          if (sure || alone || label.start() == cell.start() || label.group().endsWith("#")) {
            Label known =
                new Label(
                    "none", row.index(), c, label.start(), label.end(), left, cell.right(), sure);
            places.addAll(pairs.places(known));
          }
        }
      }
    }
    places.removeIf(p -> leaf.addressed().contains(leaf.sheet().rowAt(p.start())));
    return places;
  }

  private static void reference(Leaf leaf, Draft draft) {
    for (Span place : places(leaf, REFERENCE)) {
      Matcher number = NUMBER.matcher(place.text());
      Span before = leaf.sheet().span(Math.max(0, place.start() - 60), place.start());
      String line = before.text().substring(before.text().lastIndexOf('\n') + 1);
      if (number.lookingAt() && isNumber(number.group(1)) && !OTHER_CASE.matcher(line).find()) {
        Span span = place.part(number.start(1), number.end(1)).trimmed(".,;-/");
        add(draft, "reference", span, null, 0.9);
        return;
      }
    }
  }

  private static boolean isNumber(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    List<Dates.Found> dates = Dates.in(text);
    return digits >= 3 && (dates.isEmpty() || dates.get(0).start() > 0);
  }

  private static void units(Leaf leaf, Draft draft) {
    counted(leaf, UNITS_LABEL, draft);
    for (Span sentence : leaf.sentences()) {
      Matcher units = UNITS.matcher(sentence.text());
      if (units.find() && !leaf.assertion(sentence).equals("quoted")) {
        add(draft, "units", sentence.part(units.start(1), units.end(1)), null, 0.8);
        return;
      }
    }
    boolean approved =
        draft.all("letter.decision").stream().anyMatch(i -> "approved".equals(i.normalized()));
    if (approved) {
      counted(leaf, UNITS_COLUMN, draft);
    }
  }

  private static void counted(Leaf leaf, Pattern label, Draft draft) {
    for (Span place : places(leaf, label)) {
      Matcher count = COUNT.matcher(place.text());
      if (count.lookingAt()) {
        add(draft, "units", place.part(0, count.end()), null, 0.8);
        return;
      }
    }
  }
}
