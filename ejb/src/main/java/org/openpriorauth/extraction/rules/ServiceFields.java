package org.openpriorauth.extraction.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of services in running text and in lists, with what is said of them. */
final class ServiceFields {
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\w.,$#/-])(?:\\d[0-9OIlBS]{3}[0-9OIlBSFTU]|[A-CEGHJ-MP-V][0-9OIlBS]{4})(?![\\w/]|-(?!\\d\\d\\b)\\d|\\.\\d|,\\d)");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)(?:[x\u00d7]\\s?(\\d{1,4})(?![\\dOIl]|\\.\\d|\\s?(?:mg|day|week|month))|\\b(?:units?|qty|quantity|visits)\\s?[:=]?\\s?(\\d{1,4})\\b(?!\\s?m[gcl])"
              + "|\\b(\\d{1,4})\\s(?:billing |total )?units?\\b(?!\\s?=)"
              + "|(?<=[,:]\\s)(\\d{1,3} per (?:day|week|month|year))\\b"
              + "|(?<=,\\s)(one|two|three|four)\\s(?:injections?|visits?|units?|sessions?|treatments?|studies)\\b"
              + "|^,\\s(\\d{1,3})(?=\\s{0,2}(?:[;.]|$)))");

  /** Before a code an "x 2" may count doses. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)\\b(?:units?|qty|quantity)\\s?[:=]?\\s?(\\d{1,4})\\b|\\b(\\d{1,4})\\s(?:billing |total )?units?\\b");

  private static final Pattern SIDE_AFTER =
      Pattern.compile("(?i)^[)\\]\\s,-]{0,4}\\b(right|left|bilateral|LT|RT)\\b");
  private static final Pattern UNSURE_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:vs\\.?|versus|verify|not|instead of|lists?|names|rather than)\\s?$");
  private static final Pattern UNSURE =
      Pattern.compile(
          "(?i)^\\s?(?:vs\\.?|versus)\\b|^[^.;]{0,60}?\\b(?:only (?:if|when)|if|unless|should (?:s?he|they|symptoms|this|it)"
              + "|would (?:be|leave|consider|follow)|(?:we|i) would|(?:can|could|may|might) be|not (?:requested|asked|needed|ordered))\\b");
  private static final Pattern FORMER =
      Pattern.compile(
          "(?i)\\b(?:had|underwent|s/p|status post|received)\\b[^.;]{0,120}"
              + "\\b(?:last (?:year|month)|(?:years?|months?) ago|in (?:19|20)\\d\\d)\\b");
  private static final Pattern TALK =
      Pattern.compile("(?i)\\b(?:i|we|you|he|she|they|it|must|should)\\b");
  private static final Pattern POLICY =
      Pattern.compile(
          "(?i)\\b(?:policy|policies|guidelines?|criteria|bulletin)\\b[^.;]{0,60}\\b(?:also )?(?:lists?|names?|covers?|mentions?|includes?)\\b");

  private ServiceFields() {}

  static void read(Leaf leaf, Row row, Draft draft) {
    Matcher m = CODE.matcher(leaf.sheet().text()).region(row.start(), row.end());
    m.useTransparentBounds(true);
    Span last = null;
    while (m.find()) {
      Span span = leaf.sheet().span(m.start(), m.end());
      Clause clause = Clause.of(leaf, span);
      CodeFields.Code code = code(span);
      boolean formed = code.flags().isEmpty() || code.flags().size() > 1;
      boolean chained =
          last != null && last.start() >= clause.span().start() && span.start() - last.end() < 40;
      if (formed && ServiceSigns.isCode(clause, span, chained)) {
        put(clause, code, draft);
        last = span;
      }
    }
  }

  static CodeFields.Code code(Span span) {
    String read = span.value().toUpperCase(Locale.ROOT);
    if (Codes.isCpt(read) || Codes.isHcpcs(read)) {
      return new CodeFields.Code("service", span, read, List.of());
    }
    String likely = Codes.likelyService(read);
    List<String> flags = likely == null ? List.of("form") : List.of("form", "suggest:" + likely);
    boolean one = likely != null && Codes.differences(read, likely) == 1;
    return new CodeFields.Code("service", span, one ? likely : read, flags);
  }

  /** The code in a cell of a column of codes, or null. */
  static CodeFields.Code inColumn(Span cell) {
    Matcher m = CODE.matcher(cell.text());
    return m.find() ? code(cell.part(m.start(), m.end())) : null;
  }

  private static void put(Clause clause, CodeFields.Code code, Draft draft) {
    if (Boxes.isEmptyBefore(clause, code.span()) || isChoice(clause)) {
      return;
    }
    Span words = Descriptions.of(clause, code.span(), true);
    String assertion = assertion(clause, code.span(), words);
    String group = CodeFields.put(code, draft, assertion);
    Span bracketed = Descriptions.inBrackets(clause, code.span());
    words = bracketed != null && ServiceSigns.isProcedure(bracketed.value()) ? bracketed : words;
    boolean named = words != null && isName(words, code);
    if (named && !draft.has("service.description", group)) {
      draft.add("service.description", group, words, null, assertion, List.of(), 0.7);
    }
    units(clause, code.span(), group, draft, assertion);
    Span after = clause.after(code.span());
    Matcher side = SIDE_AFTER.matcher(after.text());
    if (side.find()) {
      Span span = after.part(side.start(1), side.end(1));
      draft.add(
          "service.laterality", group, span, CodeFields.side(span), assertion, List.of(), 0.8);
    } else {
      CodeFields.laterality(words, group, draft, assertion);
    }
  }

  /** The group of the service whose code stands nearest on the page, or of one without a code. */
  static String groupBeside(Span place, Draft draft) {
    return draft.all("service.code").stream()
        .filter(i -> i.span().sheet() == place.sheet())
        .min(Comparator.comparingInt(i -> Math.abs(i.span().start() - place.start())))
        .or(() -> draft.all("service.code").stream().findFirst())
        .map(Draft.Item::group)
        .orElseGet(() -> draft.group("service", "labelled"));
  }

  /** Services side by side, each with its code: a list to tick, and no tick was read. */
  private static boolean isChoice(Clause clause) {
    Row row = clause.row(clause.span());
    Sheet sheet = clause.leaf().sheet();
    long choices =
        row.cells().stream()
            .map(sheet::span)
            .filter(c -> Descriptions.plain(c, true) != null || c.value().length() > 20)
            .filter(c -> CODE.matcher(c.text()).find())
            .count();
    boolean ticked = Boxes.isTickedRow(sheet.span(row.start(), row.end()));
    return row.cells().size() > 1 && choices > 1 && !ticked;
  }

  /** One word is a name only if it is one of a service; a medicine's name is its own field. */
  private static boolean isName(Span words, CodeFields.Code code) {
    boolean letter = Character.isLetter(code.normalized().charAt(0));
    boolean drug = letter && (!Medicines.in(words).isEmpty() || Dosing.dose(words) != null);
    String text = words.sheet().text();
    boolean beside =
        words.start() >= code.span().end()
            || text.startsWith("(", Math.max(0, code.span().start() - 1));
    return !drug
        && (ServiceSigns.isProcedure(words.value())
            || (beside || letter)
                && words.value().indexOf(' ') > 0
                && !TALK.matcher(words.value()).find());
  }

  /** What is ordered is what the request is about: planned it is, and present as an order. */
  private static String assertion(Clause clause, Span code, Span words) {
    String before = clause.before(code).last(60).text();
    String after = clause.after(code).first(160).text();
    if (POLICY.matcher(clause.before(code).last(200).text()).find()) {
      return "quoted";
    }
    if (UNSURE_BEFORE.matcher(before).find() || UNSURE.matcher(after).find()) {
      return "hypothetical";
    }
    String around = clause.before(code).last(80).text() + " " + after;
    if (FORMER.matcher(around).find()) {
      return "historical";
    }
    String assertion = clause.assertion(code, words);
    return assertion.equals("planned") ? "present" : assertion;
  }

  private static void units(Clause clause, Span code, String group, Draft draft, String assertion) {
    Span after = clause.after(code);
    Matcher next = CODE.matcher(after.text());
    Span own = next.find() ? after.part(0, next.start()) : after;
    Span found = count(own, COUNT);
    boolean single = found == null && !CODE.matcher(clause.before(code).text()).find();
    if (single) {
      found = inRow(clause, code);
    }
    found = found == null && single ? count(clause.before(code), COUNTED) : found;
    if (found != null && !draft.has("service.units", group)) {
      draft.add("service.units", group, found, found.value(), assertion, List.of(), 0.75);
    }
  }

  /** A number of units in a cell of its own, in a row with one code. */
  private static Span inRow(Clause clause, Span code) {
    Row row = clause.row(code);
    Sheet sheet = clause.leaf().sheet();
    Span whole = sheet.span(row.start(), row.end());
    Matcher codes = CODE.matcher(whole.text());
    boolean one = codes.find() && !codes.find() && row.cells().size() > 1;
    return one ? count(sheet.span(code.end(), Math.max(code.end(), row.end())), COUNTED) : null;
  }

  private static Span count(Span place, Pattern pattern) {
    Matcher m = pattern.matcher(place.text());
    if (m.find()) {
      for (int i = 1; i <= m.groupCount(); i++) {
        if (m.group(i) != null) {
          return place.part(m.start(i), m.end(i));
        }
      }
    }
    return null;
  }
}
