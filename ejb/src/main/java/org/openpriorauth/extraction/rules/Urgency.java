package org.openpriorauth.extraction.rules;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How soon an order wants to be decided; of several boxes the one that is ticked. */
final class Urgency {
  private static final String WORD =
      "(routine|standard|non-?urgent|urgent|expedited|stat|emergent|emergency|elective|asap)";
  private static final Pattern ONE = Pattern.compile("(?i)\\b" + WORD + "\\b");
  private static final Pattern TICKED =
      Pattern.compile(
          "(?i)(?:[\\[(]\\s?[x\u2713\u2714*]\\s?[\\])]|[\u2611\u2612\u2713\u2714\u25a0\u25cf]|(?<!\\w)x)\\s{0,2}"
              + WORD
              + "\\b");
  private static final Pattern BOX = Pattern.compile("\\[\\s?\\]|\\(\\s?\\)|[\u2610\u25a1\u25cb]");

  private Urgency() {}

  private static final String PROSE = "(routine|urgent|expedited|stat|emergent)";

  /** What it is said of, behind the word or before it, or a code's own sentence. */
  private static final Pattern OF_A_REQUEST =
      Pattern.compile(
          "(?i)\\b"
              + PROSE
              + "\\s(?:request|review|order|referral|(?:prior )?auth\\w*|determination|priority|processing)\\b"
              + "|\\b(?:request|review|order|referral|priority|authorization)\\s(?:is|was|as|marked)\\s(?:as )?"
              + PROSE
              + "\\b");

  private static final Pattern OF_A_SERVICE =
      Pattern.compile(
          "(?i)(?:[,;(:\u2013-]\\s?(?:priority:?\\s)?|\\b(?:is|as|an?)\\s)"
              + PROSE
              + "\\b(?!\\s(?:appeal|care|visits?|follow|labs?|check|clinic|department|health|use|home))");

  private static final Pattern NOT_OURS =
      Pattern.compile("(?i)\\b(?:appeal\\w*|if you|you (?:may|can)|not|non|non-|except|unless)\\b");

  /** What is said in running text of an order, where no label says it. */
  static void read(Leaf leaf, Draft draft) {
    for (Span sentence : leaf.sentences()) {
      if (draft.has("order.urgency", "order")) {
        return;
      }
      Span word = word(leaf, sentence, draft);
      if (word != null) {
        draft.add("order.urgency", "order", word, word.value().toLowerCase(Locale.ROOT), 0.7);
      }
    }
  }

  private static Span word(Leaf leaf, Span sentence, Draft draft) {
    String text = sentence.text().replaceAll("\\s", " ");
    Matcher request = OF_A_REQUEST.matcher(text);
    Matcher service = OF_A_SERVICE.matcher(text);
    Matcher m =
        request.find()
            ? request
            : service.find() && isOrder(leaf, sentence, text, draft) ? service : null;
    if (m == null || NOT_OURS.matcher(text).find()) {
      return null;
    }
    int group = m.group(1) == null ? 2 : 1;
    Span word = sentence.part(m.start(group), m.end(group));
    String told = Assertions.of(sentence, word, leaf.section(word));
    // "MRI without contrast, routine": what is negated before it is another thing.
    boolean ours = !told.equals("quoted") && !told.equals("hypothetical") && !told.equals("family");
    return ours && !leaf.addressed().contains(leaf.sheet().rowAt(word.start())) ? word : null;
  }

  private static boolean isOrder(Leaf leaf, Span sentence, String text, Draft draft) {
    return draft.all("service.code").stream()
            .anyMatch(i -> i.assertion().equals("present") && i.span().overlaps(sentence))
        || leaf.section(sentence).equals("orders") && ServiceSigns.isProcedure(text);
  }

  static Shapes.Value take(Span place) {
    String text = place.text();
    Matcher ticked = TICKED.matcher(text);
    if (ticked.find()) {
      return value(place, ticked);
    }
    Matcher one = ONE.matcher(text);
    if (!one.find() || one.start() > 20 || BOX.matcher(text).find()) {
      return null;
    }
    int end = one.end();
    // Two words and no tick: nobody has chosen.
    return one.find() && !text.substring(end, one.start()).contains(".")
        ? null
        : value(place, first(text));
  }

  private static Matcher first(String text) {
    Matcher one = ONE.matcher(text);
    return one.find() ? one : null;
  }

  private static Shapes.Value value(Span place, Matcher m) {
    String word = m.group(1).toLowerCase(Locale.ROOT);
    return new Shapes.Value(place.part(m.start(1), m.end(1)), word);
  }
}
