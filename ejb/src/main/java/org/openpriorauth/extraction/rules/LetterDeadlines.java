package org.openpriorauth.extraction.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Until when one may answer a payer's letter. A date is a date; a number of days is given in the
 * letter's words, because from when they count is the letter's to say.
 */
final class LetterDeadlines {
  private static final String NUMBER =
      "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|thirty|sixty|ninety"
          + "|one hundred (?:and )?eighty)(?:\\s\\(\\d{1,3}\\))?+";
  private static final Pattern DAYS =
      Pattern.compile(
          "(?i)\\b"
              + NUMBER
              + "[\\s-](?:(?:calendar|business|working)[\\s-])?(?:days?|weeks?|months?)\\b"
              + "(?:\\s(?:of|from|after|following)\\s(?:the\\s(?:date|receipt|day)\\b|(?:your\\s)?receipt|receiving|you\\s(?:receive|get|got))"
              + "(?:\\s(?:of|on|you|receive|get|got|this|the|our|your|that|date|printed|denial|adverse|initial)){0,6}"
              + "(?:\\s(?:letter|notice|decision|determination|denial))?)?");
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?i)\\b(?:within|have|for|up to|in|no later than|not later than|due|limit is)\\s(?:the\\s(?:next\\s)?|a\\s)?$|[:(]\\s?$");
  private static final Pattern BY =
      Pattern.compile(
          "(?i)\\b(?:by|until|till|before|through|no later than|not later than|on or before|deadline(?:\\sis)?|due(?:\\s(?:by|on))?)"
              + "(?:\\s(?:the end of|close of business(?: on)?|midnight(?: on)?|5 ?p\\.?m\\.?(?: on)?))?\\s?:?\\s?$");

  /** What the payer itself does in that time. */
  private static final Pattern PAYERS_OWN =
      Pattern.compile(
          "(?i)\\b(?:we(?:\\swill|\\smust|\\sshall)?\\s(?:answer|decide|respond|reply|make|notify|tell|review|send|let|complete|resolve|issue|give)"
              + "|(?:is|are|be)\\s(?:decided|answered|resolved|completed|made|issued|reviewed|sent)|plan\\s(?:will|must)|decision\\s(?:is|in|within)|you will (?:get|receive|hear))\\b");

  private static final Pattern WAITED = Pattern.compile("(?i)\\b(?:last|past|previous|prior)\\s$");

  private static final Map<String, Pattern> CUES = new LinkedHashMap<>();

  static {
    CUES.put("deadline_reopen", Pattern.compile("(?i)\\bre-?open(?:ing|ed)?\\b"));
    CUES.put(
        "deadline_peer_to_peer",
        Pattern.compile(
            "(?i)\\b(?:peer[\\s-]to[\\s-]peer|p2p|peer\\sdiscussion|(?:speak|talk|discuss|conversation|discussion|call)[^.;]{0,60}"
                + "(?:reviewer|medical\\sdirector|reviewing\\s(?:physician|doctor)|physician\\sreviewer))\\b"));
    CUES.put(
        "deadline_appeal",
        Pattern.compile(
            "(?i)\\b(?:appeal(?:s|ing)?|redetermination|reconsideration|external\\sreview|independent\\sreview|fair\\shearing|grievance)\\b"));
    CUES.put(
        "deadline_response",
        Pattern.compile(
            "(?i)\\b(?:(?:send|submit|fax|provide|return|receive|received|supply|upload|give)[^.;]{0,80}\\b(?:information|records?|documents?|documentation|notes?|items?|following|it|them|this|these|response|reply|results?)"
                + "|(?:information|records?|documentation|documents|response|reply)[^.;]{0,60}\\b(?:due|needed|received|required|sent)"
                + "|please\\s(?:send|submit|fax|provide|return|supply|upload)|respond|reply)\\b"));
  }

  private LetterDeadlines() {}

  static void read(Leaf leaf, Draft draft) {
    String earlier = null;
    for (Span sentence : leaf.sentences()) {
      if (!leaf.addressed().contains(leaf.sheet().rowAt(sentence.start()))) {
        String last = lastCue(sentence.text(), sentence.text().length());
        in(sentence, earlier, draft);
        earlier = last;
      } else {
        earlier = null;
      }
    }
  }

  private static void in(Span sentence, String earlier, Draft draft) {
    String text = sentence.text();
    int from = 0;
    for (Dates.Found date : Dates.in(text)) {
      String before = text.substring(0, date.start());
      if (date.hasDay() && BY.matcher(before).find()) {
        put(sentence, date.start(), date.end(), date.iso(), from, earlier, draft);
        from = date.end();
      }
    }
    from = 0;
    Matcher days = DAYS.matcher(text);
    while (days.find()) {
      String before = text.substring(0, days.start());
      if (WITHIN.matcher(before).find() && !WAITED.matcher(before).find()) {
        put(sentence, days.start(), days.end(), null, from, earlier, draft);
        from = days.end();
      }
    }
  }

  /**
   * @param from where the sentence begins to speak of this deadline
   */
  private static void put(
      Span sentence, int start, int end, String iso, int from, String earlier, Draft draft) {
    String text = sentence.text();
    if (PAYERS_OWN.matcher(text.substring(from, start)).find()) {
      return;
    }
    String kind = lastCue(text, start);
    if (kind == null || kind.equals("deadline_response")) {
      String next = firstCue(text.substring(end));
      kind = next == null ? kind : next;
    }
    if (kind == null) {
      kind = earlier;
    }
    if (kind != null) {
      LetterFields.add(draft, kind, sentence.part(start, end).trimmed("., "), iso, 0.85);
    }
  }

  /** What is spoken of last before a place. */
  private static String lastCue(String text, int end) {
    String before = text.substring(0, end);
    String last = null;
    int at = -1;
    for (var cue : CUES.entrySet()) {
      Matcher m = cue.getValue().matcher(before);
      while (m.find()) {
        boolean weak = cue.getKey().equals("deadline_response") && last != null;
        if (m.start() > at && !weak) {
          at = m.start();
          last = cue.getKey();
        }
      }
    }
    return last;
  }

  private static String firstCue(String text) {
    String first = null;
    int at = Integer.MAX_VALUE;
    for (var cue : CUES.entrySet()) {
      Matcher m = cue.getValue().matcher(text);
      if (m.find() && m.start() < at) {
        at = m.start();
        first = cue.getKey();
      }
    }
    return first;
  }
}
