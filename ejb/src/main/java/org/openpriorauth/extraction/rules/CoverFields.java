package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sheet in front of a fax: who sends it and about whom. Whom it is sent to, and whose telephone
 * it gives, has no part in the patient's care.
 */
final class CoverFields {
  private static final Pattern FROM =
      Pattern.compile("(?i)(?<![\\w-])(?:from|sender|sent by)(?:\\sname)?\\s?:?(?=\\s|$)");
  private static final Pattern TO =
      Pattern.compile("(?i)(?<![\\w-])(?:to|recipient|send to)\\s?:?(?=\\s|$)");
  private static final Pattern RE =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:re|regarding|subject|patient|member)(?:\\s?name)?\\s?:(?=\\s|$)");

  /** The line that the fax machine prints above every page. */
  private static final Pattern CLOCK = Pattern.compile("\\b\\d{1,2}:\\d{2}\\b");

  private static final Pattern PART =
      Pattern.compile("\\s?[/;(|]\\s?|,\\s(?=DOB|ID|MRN)|\\s[-\u2013]\\s");
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)(?:(?:member|subscriber|policy)(?:\\s(?:id|no\\.?|number|#))?|\\bID)\\s?[:#]?\\s?"
              + "([A-Z]{0,5}[ -]?\\d[A-Z\\d]{0,14}(?:[ -][A-Z\\d]{1,11}){0,4})(?![\\w/])");
  private static final Pattern BARE =
      Pattern.compile("(?=[^ ]{0,20}[A-Z])(?=[^ ]{0,20}\\d)([A-Z\\d][A-Z\\d-]{6,18})(?![\\w/])");
  private static final Pattern PAYER =
      Pattern.compile(
          "(?i)\\b(?:health\\s?plan|insurance|mutual|advantage|hmo|ppo|medicare|medicaid|utilization|prior auth\\w*|health$|assurance)");
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?i)\\b(?:clinics?|cent(?:er|re)|hospital|health\\w*|imaging|radiology|laborator\\w{1,4}|pharmacy|therapy|associates"
              + "|medical|medicine|services|group|institute|orthop\\w+|physicians|partners|practice|dermatology|oncology|cardiology"
              + "|neurology|surgery|surgical|spine|wellness|diagnostics|rheumatology|pediatrics|records|exchange|care|rehab\\w*|pain)\\b");

  private CoverFields() {}

  /** The first page only, if it is such a sheet. */
  static void read(Leaf leaf, Draft draft) {
    if (leaf.sheet().number() > 1 || !DocumentKind.isCover(leaf.sheet())) {
      return;
    }
    for (Span place : first(leaf, FROM)) {
      Span house = house(head(place));
      if (house != null && HOUSE.matcher(house.text()).find() && !draft.has("facility.name")) {
        draft.add("facility.name", "facility", house, null, 0.8);
      }
    }
    boolean toPayer = first(leaf, TO).stream().anyMatch(p -> PAYER.matcher(p.value()).find());
    for (Span begun : first(leaf, RE)) {
      // A birth date behind the name has its own label, which ends the place.
      Span place = leaf.sheet().span(begun.start(), row(leaf, begun).end());
      Span person = Names.person(head(place));
      if (person != null) {
        draft.add("patient.name", "patient", person, null, 0.85);
        Matcher member = MEMBER.matcher(place.text());
        Matcher bare = BARE.matcher(place.text());
        if (member.find()) {
          put(place.part(member.start(1), member.end(1)), draft);
        } else if (toPayer && bare.find(person.end() - place.start())) {
          put(place.part(bare.start(1), bare.end(1)), draft);
        }
      }
    }
  }

  private static void put(Span number, Draft draft) {
    if (number.text().chars().filter(Character::isDigit).count() >= 5) {
      draft.add("coverage.member_id", "coverage", number, number.value(), 0.75);
    }
  }

  private static List<Span> first(Leaf leaf, Pattern label) {
    return LetterFields.places(leaf, label).stream()
        .filter(
            p ->
                !CLOCK
                    .matcher(
                        leaf.sheet().text().substring(row(leaf, p).start(), row(leaf, p).end()))
                    .find())
        .limit(1)
        .toList();
  }

  private static Row row(Leaf leaf, Span place) {
    return leaf.sheet().rows().get(leaf.sheet().rowAt(place.start()));
  }

  /** Without the person who sends it for the house. */
  private static Span house(Span place) {
    int comma = place.text().indexOf(',');
    boolean person =
        comma > 0 && Names.person(place.part(comma + 1, place.text().length()).trimmed("")) != null;
    return Names.house(person ? place.part(0, comma) : place);
  }

  /** What stands before a slash, a bracket, or another label. */
  private static Span head(Span place) {
    Matcher part = PART.matcher(place.text());
    return part.find() ? place.part(0, part.start()) : place;
  }
}
