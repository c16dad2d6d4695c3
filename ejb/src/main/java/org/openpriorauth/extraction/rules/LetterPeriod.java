package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From when and until when an authorization is good. */
final class LetterPeriod {
  private static final String OF_IT =
      "(?:auth|approv\\w{1,4}|authoriz\\w{1,5}|certif\\w{1,8}|valid\\w{0,3}|good|effective|coverage|service|dates? of service)";
  private static final Pattern SPOKEN = Pattern.compile("(?i)\\b" + OF_IT + "\\b");
  private static final Pattern BETWEEN =
      Pattern.compile("(?i)[,\\s]{0,2}(?:through|thru|to|until|and|-|\u2013|\u2014)\\s?");
  private static final Pattern FROM =
      Pattern.compile(
          "(?i)\\b(?:valid|effective|approved|authorized|good|begin(?:ning|s)?|start(?:ing|s)?)(?:\\s(?:from|on|as of|date))?\\s?:?\\s?$"
              + "|\\bfrom\\s?:?\\s?$");
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?i)\\b(?:(?:valid|effective|approved|authorized|good)\\s(?:through|thru|until|to)|expires?(?:\\son)?|ends?(?:\\son)?"
              + "|end date|expiration(?:\\sdate)?|through|thru|until)\\s?:?\\s?$");
  private static final Pattern FROM_LABEL =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:valid from|effective(?:\\sdate|\\sfrom)?|(?:auth(?:orization)?|approval|approved|service|coverage)?\\s?(?:start|begin)(?:\\sdate)?"
              + "|approved from|authorized from|from(?:\\sdate)?)\\s?:?");
  private static final Pattern TO_LABEL =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:valid (?:to|through|thru|until)|(?:auth(?:orization)?|approval|approved|service|coverage)?\\s?(?:end|expiration|expires)(?:\\sdate)?"
              + "|(?:approved|authorized|effective) (?:to|through|thru|until)|through|thru|to(?:\\sdate)?)\\s?:?");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)\\b(?:appeal|peer|reopen\\w*|hearing|deadline|requested from|you asked|not (?:approved|authorized|certified|covered)|denied|birth)\\b");

  private LetterPeriod() {}

  static void read(Leaf leaf, Draft draft) {
    for (Span sentence : leaf.sentences()) {
      Matcher spoken = SPOKEN.matcher(sentence.text());
      if (spoken.find() && !OTHER.matcher(sentence.text()).find()) {
        dates(sentence, draft);
      }
    }
    labelled(leaf, FROM_LABEL, "valid_from", draft);
    if (draft.has("letter.valid_from")) {
      labelled(leaf, TO_LABEL, "valid_to", draft);
    }
  }

  private static void dates(Span sentence, Draft draft) {
    List<Dates.Found> dates = Dates.in(sentence.text());
    for (int i = 0; i < dates.size(); i++) {
      Dates.Found one = dates.get(i);
      if (i + 1 < dates.size()) {
        Dates.Found two = dates.get(i + 1);
        String between = sentence.text().substring(one.end(), two.start());
        if (BETWEEN.matcher(between).matches() && one.iso().compareTo(two.iso()) <= 0) {
          put(sentence, one, "valid_from", draft);
          put(sentence, two, "valid_to", draft);
          return;
        }
      }
      String before = sentence.text().substring(Math.max(0, one.start() - 40), one.start());
      if (UNTIL.matcher(before).find()) {
        put(sentence, one, "valid_to", draft);
      } else if (FROM.matcher(before).find()) {
        put(sentence, one, "valid_from", draft);
      }
    }
  }

  private static void put(Span sentence, Dates.Found date, String field, Draft draft) {
    if (date.hasDay()) {
      Span span = sentence.part(date.start(), date.end());
      LetterFields.add(draft, field, span, date.iso(), 0.85);
    }
  }

  private static void labelled(Leaf leaf, Pattern label, String field, Draft draft) {
    for (Span place : LetterFields.places(leaf, label)) {
      Shapes.Value value = Shapes.take("date", place);
      if (value != null && value.normalized().length() == 10) {
        LetterFields.add(draft, field, value.span(), value.normalized(), 0.8);
        return;
      }
    }
  }
}
