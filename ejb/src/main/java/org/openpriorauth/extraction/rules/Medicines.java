package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of medicines in a text: listed ones, and words with an ending that only medicines have. */
final class Medicines {
  private static final Phrases KNOWN = Phrases.load("drugs.txt");

  /** Endings that the naming bodies keep for medicines, with enough before them. */
  private static final Pattern STEM =
      Pattern.compile(
          "(?i)(?<![\\w-])[a-z]{3,14}?(?:umab|ximab|zumab|limab|tinib|ciclib|parib|rafenib|zomib|lisib"
              + "|clax|degib|limus|pril(?!\\w)|sartan|statin|prazole|olol|oxacin|cillin|mycin|micin|penem"
              + "|bactam|cycline|gliptin|gliflozin|glutide|zepatide|paratide|reotide|glitazone|triptan"
              + "|gepant|azepam|azolam|barbital|racetam|gabalin|triptyline|oxetine|peridone|piprazole"
              + "|prazine|dipine|thiazide|semide|xaban|gatran|parin|fibrate|dronate|setron|profen"
              + "|conazole|nazole|ciclovir|tegravir|buvir|asvir|previr|lukast|terol|tropium|asone|olone"
              + "|onide|nacin|gliflozin|steride|zosin|lidomide|platin|taxel|rubicin|tecan|trexate"
              + "|poetin|grastim|relin|plase|tercept|ersen|caftor|tadine)(?!\\w)");

  private static final Pattern NO_MEDICINE =
      Pattern.compile("(?i)(?:carbon|aspirat|concept|intercept|hormone|protein|cytokeratin).*");

  /** What is behind the name and still of it: its salt and how it is released. */
  private static final Pattern SALT =
      Pattern.compile(
          "(?i)\\s(?:succinate|tartrate|hcl|hydrochloride|hydrobromide|besylate|maleate|mesylate|tosylate"
              + "|fumarate|disoproxil(?:\\sfumarate)?|alafenamide|furoate|propionate|dipropionate|xinafoate"
              + "|valerate|acetonide|sulfate|phosphate|citrate|magnesium|medoxomil|etexilate|bitartrate"
              + "|monohydrate|hyclate|pamoate|palmitate|decanoate|cypionate|mofetil|pegol|bromide)(?!\\w)");

  private static final Pattern FORM =
      Pattern.compile(
          "\\s(?:EC|DR|XR|ER|SR|CR|XL|LA|IR|CD|ODT|HFA|Respimat|Diskus|Ellipta|HandiHaler|SoloStar"
              + "|KwikPen|FlexPen)(?!\\w)");

  /** "Sacubitril-valsartan", "adalimumab-atto". */
  private static final Pattern JOINED = Pattern.compile("[-/](\\p{L}{4,20})(?![\\w-]*\\d)");

  private static final Pattern JOINT = Pattern.compile("\\s?[-/+]\\s?");

  /** "Methotrexate-induced" is no medicine that is taken. */
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?i)[- ](?:induced|related|associated|resistant|refractory|naive|na\u00efve|free|sparing|based"
              + "|dependent|sensitive|intolerant|containing|like|treated|experienced|exposed)\\b.*");

  /** "Infliximab trough", "insulin pump": a test or a thing. */
  private static final Pattern NOT_TAKEN =
      Pattern.compile(
          "(?is)\\s?(?:levels?|trough|antibod(?:y|ies)|allerg(?:y|ies|ic)|screen|assay|pump|resistance"
              + "|deficiency|sensitivit\\w{1,4}|class|clearance|overdose|challenge)\\b.*");

  /** In characters: how far behind a name what qualifies it is looked for. */
  private static final int AFTER = 24;

  private Medicines() {}

  /** A medicine's name in a text. */
  record Mention(String key, Span span) {}

  static List<Mention> in(Span place) {
    List<Span> names = new ArrayList<>();
    Sheet sheet = place.sheet();
    for (Phrases.Hit hit : KNOWN.in(sheet, place.start(), place.end())) {
      names.add(sheet.span(hit.start(), hit.end()));
    }
    Matcher stem = STEM.matcher(place.text());
    while (stem.find()) {
      Span span = place.part(stem.start(), stem.end());
      boolean isNew = names.stream().noneMatch(n -> n.overlaps(span));
      if (isNew && !NO_MEDICINE.matcher(stem.group()).matches()) {
        names.add(span);
      }
    }
    names.sort(Comparator.comparingInt(Span::start));
    return mentions(names, place);
  }

  private static List<Mention> mentions(List<Span> names, Span place) {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Span whole = names.get(i);
      while (i + 1 < names.size() && isJoint(whole, names.get(i + 1))) {
        i++;
        whole = place.sheet().span(whole.start(), names.get(i).end());
      }
      whole = extended(whole, place.end());
      while (i + 1 < names.size() && names.get(i + 1).start() < whole.end()) {
        i++;
      }
      String after = place.sheet().span(whole.end(), place.end()).first(AFTER).text();
      boolean taken =
          !QUALIFIED.matcher(after.replace('\n', ' ')).matches()
              && !NOT_TAKEN.matcher(after).matches();
      if (taken && whole.text().length() > 2) {
        mentions.add(new Mention(whole.value().toLowerCase(Locale.ROOT), whole));
      }
    }
    return mentions;
  }

  private static boolean isJoint(Span name, Span next) {
    String between = name.sheet().text().substring(name.end(), Math.max(name.end(), next.start()));
    return between.length() < 8 && JOINT.matcher(between).matches();
  }

  private static Span extended(Span name, int limit) {
    Span whole = name;
    String text = name.sheet().text();
    for (Pattern part : new Pattern[] {JOINED, JOINED, SALT, SALT, FORM}) {
      Matcher m = part.matcher(text).region(whole.end(), Math.max(whole.end(), limit));
      boolean qualified =
          part == JOINED
              && QUALIFIED
                  .matcher(name.sheet().span(whole.end(), limit).first(AFTER).value())
                  .matches();
      if (m.lookingAt() && !qualified) {
        whole = name.sheet().span(whole.start(), m.end());
      }
    }
    return whole;
  }
}
