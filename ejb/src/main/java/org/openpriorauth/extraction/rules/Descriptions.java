package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that say what a code means: before it or behind it. */
final class Descriptions {
  /** Numbering, a box, and the label of a list of codes. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:[^\\p{L}\\d#]{0,6}(?:\\d{1,2}[a-z]?[.),]\\s?|#\\d{1,2}[.):]?\\s|\\(?[a-z][.)]\\s)?[^\\p{L}\\d]{0,6})"
              + "(?:(?:(?:primary|secondary|treatment|medical|referring|visit|principal|admitting|discharge|new)?\\s?"
              + "(?:dx|diagnos[ei]s|problems?)|icd-?\\s?(?:10)?(?:-?cm)?|assessment|impression|orders?|ordered|requested"
              + "|procedures?|cpt|hcpcs|codes?|services?|exam|study|plan|request)"
              + "(?:\\s?(?:codes?|list|requested|performed|\\((?:s|icd-?10(?:-cm)?)\\)))?(?:\\s?[:#-]\\s*+|\\s(?=\\p{Ll}|[A-Z]\\d)|\\s*+$)){0,3}");

  /** What stands between the words and their code. */
  private static final Pattern WITH_CODE =
      Pattern.compile(
          "(?i)[\\s(\\[,;.:\u2013\u2014-]*+(?:(?:icd-?\\s?10(?:-?cm)?|icd|cpt|hcpcs|dx|code)s?(?:\\s?code)?[\\s:#(]*+)*+$");

  /** A code of any kind: the words beyond it are another's. */
  private static final Pattern ANY_CODE =
      Pattern.compile(
          "(?<![\\w.$-])(?:[A-Z]\\d[0-9A-Z]\\.[0-9A-Z]{1,4}|[A-VZ]\\d{4}|\\d{5}|G35|I10)(?![\\w-])");

  private static final Pattern LEADING_WORD =
      Pattern.compile(
          "(?i)^\\W{0,4}(?:and|or|also|plus|then|as well as|with|due to|secondary to)\\s");

  private static final Pattern DIAGNOSED =
      Pattern.compile(
          "(?i)^.*\\b(?:for (?:follow[- ]?up|evaluation|management|treatment|assessment) of|presents? (?:for|with)"
              + "|complains of|c/o|no evidence of|negative for|concern(?:ing|ed)? for|has|have|had|carries|is|are|was|were|diagnosed with|seen for|treated for|evaluated for"
              + "|suffers from|presents with|known|suspected|presumed|probable|diagnosis of|dx of"
              + "|ruled out|rule out|r/o|(?<!family |personal )history of|h/o|hx of"
              + "|(?:man|woman|male|female|boy|girl|patient) with)\\s"
              + "(?:(?:an?|the|her|his|their|known|suspected|presumed|probable|likely)\\s)?");

  /** What casts doubt on a name is no part of it. */
  private static final Pattern DOUBT =
      Pattern.compile(
          "(?i)^(?:no(?:t| known| signs? of| history of)?|denies|rule[- ]out|hx of|possible|possibly|probable|questionable|likely|r/o|rule out"
              + "|without|absence of|risk of|evaluate for|family history of"
              + "|(?:father|mother|brother|sister|son|daughter|aunt|uncle|cousin)(?: had| has| with)?\\s?[-:\u2013]?)\\s+");

  /** Its name begins with what would deny another. */
  private static final Pattern FAMILY_CODE = Pattern.compile("^\\W{0,4}Z8\\d");

  /** Ends in the middle, or holds a code that was misread. */
  private static final Pattern UNFIT =
      Pattern.compile(
          "(?i)\\b(?:of|for|with|to|the|and)$|\\||\\b[A-Z][0-9OIlBS][0-9OIlBSA]\\.[0-9A-Z]");

  private static final Pattern PREPOSITION = Pattern.compile("(?i)^(?:for|on|w/|with)\\s");
  private static final Pattern MODIFIER =
      Pattern.compile(
          "^(?:-(?:\\d\\d|[A-Z]{2})|[\\s,]{1,2}(?:LT|RT|50|26|TC|59|G[PON]|KX|NU|RR))\\b");
  private static final Pattern IN_BRACKETS = Pattern.compile("^\\s?\\(([^()]{4,80})\\)");

  private static final Pattern REQUESTED =
      Pattern.compile(
          "(?i)^.*\\b(?:request(?:ed|ing|s)?(?: for| of)|requests?|ask(?:ed|ing|s)?(?: us)? (?:for|to cover)|order(?:ed|ing|s)?"
              + "|would like|considered for|candidate for|undergo(?:ing)?|underwent|schedul\\w+(?: for)?|performed|do|did"
              + "|obtain(?:ed)?|proceed with|recommend\\w*|refer(?:red|ral)?(?: (?:to|for))|plan(?:s|ned)? (?:for|to)|needs?"
              + "|authorization (?:for|of)|about|regarding|appeal (?:of|for)|begin|start|continue|get|had|please|will have|for)"
              + "\\b[:,]?\\s(?:(?:an?|the|her|his|your|their|our)\\s)?");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)^(?:(?:urgent|stat|routine|expedited|emergent)\\s|\\d{1,3}\\s(?:visits|sessions|units|treatments)\\sof\\s)");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)^[^\\p{L}\\d]{0,4}(?:x\\s?\\d{1,4}|\\d{1,4}(?:\\s(?:units?|per \\w{3,5}))?)(?![\\w.])[\\s,;]*+");
  private static final Pattern ASIDE =
      Pattern.compile("(?i)^.{0,200}\\b(?:and|or), [^,]{1,40}, (?=\\S)");
  private static final Pattern NEW_LINE =
      Pattern.compile(
          "(?<![,-]|\\b(?:and|of|the|with|in|to|for|an?|by|or|left|right|due))[ \\t]{0,9}\\n\\s{0,20}(?=\\p{Lu}\\p{Ll})");
  private static final Pattern DONE =
      Pattern.compile(
          "(?i)\\s(?:(?:is|was|were|has been) )?(?:completed|performed|requested|ordered|scheduled|pending|denied|approved)\\b.*$");
  private static final Pattern LASTING =
      Pattern.compile("(?i),?\\s(?:since|for (?:the (?:last|past) )?\\d|x\\s?\\d|diagnosed)\\b.*$");
  private static final Pattern BEHIND_ENDS =
      Pattern.compile(
          "[;\\[]|\\((?![^()\\d:]{1,40}\\))|\\n(?=\\s*\\p{Lu})|\\s{2,}\\d{1,2}[.)]\\s|\\.(?=\\s|$)|\\s{3}|\\bx\\s?\\d|\\b(?:[Uu]nits?|[Qq]ty|QTY|[Qq]uantity)\\b|,\\s(?:routine|urgent|stat|expedited)\\b");

  /** What a record system adds to a name, and what is only asked. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?i)(?:\\s?\\((?:primary(?: encounter diagnosis)?|(?:cms[/-])?hcc|multi)\\)){1,3}[\\s.,-]*+$|,\\s(?:r/o|rule out|eval\\w*|question(?:able)?)\\b.*$");

  /** In characters; more words than this describe no code. */
  private static final int REACH = 180;

  private static final int LONGEST = 120;

  private Descriptions() {}

  /** Or null if no words are plain. */
  static Span of(Clause clause, Span code, boolean service) {
    Span before = clause.before(code);
    Matcher first = ANY_CODE.matcher(before.text());
    Span head = first.find() ? before.part(0, first.start()) : before;
    if (isLabel(head)) {
      Span behind = behind(clause.after(code));
      return behind == null && head.end() == before.end() ? beside(clause, code) : behind;
    }
    Span words = before(before.last(REACH), service);
    return words == null || continues(clause, words) ? null : words;
  }

  /** The words at the head of a text, without numbering, labels and codes; or null. */
  static Span plain(Span place, boolean service) {
    Matcher code = ANY_CODE.matcher(place.text());
    return before(code.find() ? place.part(0, code.start()) : place, service);
  }

  /** Nothing of its own stands before the first code: the words come behind the codes. */
  static boolean isLabel(Span head) {
    String text = head.text();
    int colon = text.lastIndexOf(':');
    if (colon >= 0 && text.substring(colon + 1).isBlank()) {
      return true;
    }
    Matcher lead = LEAD.matcher(text);
    String rest = lead.find() ? text.substring(lead.end()) : text;
    return rest.chars().filter(Character::isLetter).count() < 3;
  }

  private static Span before(Span place, boolean service) {
    Matcher end = WITH_CODE.matcher(place.text());
    Span head = end.find() ? place.part(0, end.start()) : place;
    String text = head.text();
    int from = ownFrom(text);
    boolean later = from > 0;
    Span own = cut(head.part(from, text.length()), LEAD);
    if (later) {
      int and = own.text().lastIndexOf(", and ");
      own = cut(own.part(Math.max(0, and), own.end() - own.start()), LEADING_WORD);
    }
    own = afterColon(own);
    if (service) {
      own = later ? cut(own, COUNTED) : own;
      own = cut(cut(cut(cut(own, ASIDE), REQUESTED), COUNT), COUNT);
      Matcher done = DONE.matcher(own.text());
      own = done.find() && done.start() > 3 ? own.part(0, done.start()) : own;
    } else {
      own = cut(own, DIAGNOSED);
      own = cut(own, PREPOSITION);
      own = FAMILY_CODE.matcher(codeAfter(place)).find() ? own : cut(own, DOUBT);
      Matcher lasting = LASTING.matcher(own.text());
      own = lasting.find() && lasting.start() > 3 ? own.part(0, lasting.start()) : own;
    }
    return words(own);
  }

  private static String codeAfter(Span place) {
    String text = place.sheet().text();
    return text.substring(place.end(), Math.min(text.length(), place.end() + 12));
  }

  /** "29827 (arthroscopic repair)" */
  static Span inBrackets(Clause clause, Span code) {
    Span after = clause.after(code);
    Matcher m = IN_BRACKETS.matcher(after.text());
    return m.find() ? words(after.part(m.start(1), m.end(1))) : null;
  }

  /** Where the words of this code begin, behind those of the one before it. */
  private static int ownFrom(String text) {
    int from = 0;
    Matcher code = ANY_CODE.matcher(text);
    while (code.find()) {
      from = code.end();
    }
    for (String end : new String[] {";", "), ", ". ", ".\n", ") and "}) {
      int at = text.lastIndexOf(end);
      from = at < 0 ? from : Math.max(from, at + 1);
    }
    // A line of a list begins with a capital; a broken sentence seldom does.
    Matcher line = NEW_LINE.matcher(text);
    while (line.find()) {
      from = Math.max(from, line.end());
    }
    return from;
  }

  private static Span afterColon(Span span) {
    String text = span.text();
    int colon = Math.max(text.lastIndexOf(": "), text.lastIndexOf(":\n"));
    if (colon < 0) {
      return span;
    }
    Span behind = span.part(colon + 1, text.length()).trimmed("");
    boolean named = behind.text().indexOf(' ') > 0 || Character.isUpperCase(first(behind));
    // "Stimulation: mapping 90867": what it is stands before the colon.
    return named ? behind : span.part(0, colon);
  }

  private static char first(Span span) {
    return span.isEmpty() ? ' ' : span.text().charAt(0);
  }

  private static Span cut(Span span, Pattern lead) {
    Matcher m = lead.matcher(span.text().replaceAll("\\s", " "));
    return m.find() ? span.part(m.end(), span.end() - span.start()) : span;
  }

  private static Span behind(Span place) {
    String text = place.first(REACH).text();
    Matcher stop = BEHIND_ENDS.matcher(text);
    Matcher modifier = MODIFIER.matcher(text);
    int lead = modifier.find() ? modifier.end() : 0;
    while (lead < text.length() && " :,)]-\u2013\u2014".indexOf(text.charAt(lead)) >= 0) {
      lead++;
    }
    int end = stop.find(Math.min(lead, text.length())) ? stop.start() : text.length();
    Matcher next = ANY_CODE.matcher(text);
    end = next.find() ? Math.min(end, next.start()) : end;
    Matcher done = DONE.matcher(text.substring(0, Math.max(lead, end)));
    end = done.find() && done.start() > lead ? done.start() : end;
    return end <= lead ? null : words(place.part(lead, end));
  }

  /** Columns without a heading: a code, and its words in the next cell or the one before. */
  private static Span beside(Clause clause, Span code) {
    Row row = clause.row(code);
    int own = Clause.cellOf(row, code);
    for (int i : new int[] {own + 1, own - 1}) {
      if (i >= 0 && i < row.cells().size()) {
        Span cell = clause.leaf().sheet().span(row.cells().get(i));
        boolean coded = ANY_CODE.matcher(cell.text()).find();
        Span words = coded ? null : i < own ? before(cell, false) : words(cell);
        if (words != null) {
          return words;
        }
      }
    }
    return null;
  }

  /** Words of which the beginning stands in the row above, in a column: they are not whole. */
  private static boolean continues(Clause clause, Span words) {
    Row row = clause.row(words);
    boolean lower = Character.isLowerCase(first(words));
    if (!lower || row.index() == 0 || clause.span().start() != words.start()) {
      return false;
    }
    Row above = clause.leaf().sheet().rows().get(row.index() - 1);
    boolean columns = row.cells().size() > 1 || above.cells().size() > 1;
    double left = row.cells().get(Clause.cellOf(row, words)).left();
    return columns
        && above.cells().stream()
            .filter(c -> Math.abs(c.left() - left) < 0.02)
            .map(c -> clause.leaf().sheet().span(c).value())
            .anyMatch(above0 -> !above0.matches(".*[.;:)]"));
  }

  private static Span words(Span span) {
    Matcher mark = MARK.matcher(span.text());
    Span own = mark.find() ? span.part(0, mark.start()) : span;
    Span clean = own.trimmed(",;:-.()\u2013\u2014#*[]|\u2022/\"");
    if (clean.text().lastIndexOf('(') > clean.text().lastIndexOf(')') && clean.end() < own.end()) {
      clean = clean.part(0, clean.end() - clean.start() + 1);
    }
    String text = clean.text();
    long letters = text.chars().filter(Character::isLetter).count();
    boolean plain =
        !UNFIT.matcher(text).find()
            && text.indexOf(':') < 0
            && text.indexOf('[') < 0
            && !text.contains("\n\n");
    boolean letter = letters >= 4 || text.matches("[A-Z]{2,3}");
    return letter && text.length() <= LONGEST && plain ? clean : null;
  }
}
