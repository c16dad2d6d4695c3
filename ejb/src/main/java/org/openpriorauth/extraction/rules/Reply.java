package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * To whom a letter goes: who is thanked for a patient has referred it, and the writer answers; who
 * is asked to pay is no colleague.
 */
final class Reply {
  private static final Pattern GREETING = Pattern.compile("(?i)dear\\s.{1,60}[,:]?");
  private static final Pattern TO = Pattern.compile("(?i)to:\\s{0,9}");
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?i)\\bthank(?:s| you)(?: very much| so much| kindly)? for (?:(?:your|the)(?: kind)? (?:referral|request|letter)"
              + "|asking (?:me|us)|(?:kindly |kind )?(?:referring|sending|allowing|letting|involving|inviting))\\b"
              + "|\\b(?:pleasure|privilege|opportunity) (?:of|to) (?:see|seeing|evaluat\\w{1,3}|meet\\w{0,3}) (?:your|this|with)\\b"
              + "|\\b(?:i saw|we saw|seen) (?:your|our mutual) patient\\b|\\bi (?:saw|evaluated|examined|had the pleasure of)\\b|\\byou (?:kindly )?(?:referred|sent)\\b");
  private static final Pattern TO_PAYER =
      Pattern.compile(
          "(?i)\\bto whom it may concern\\b|\\bletter of medical necessity\\b|\\bdear (?:medical director|reviewer|(?:claims|appeals?|utilization|prior auth)\\w{0,9})\\b");

  /** In rows: how far above the greeting the address begins. */
  private static final int ADDRESS = 8;

  /** In rows: how far down a letter the address stands. */
  private static final int HEAD = 12;

  private Reply() {}

  /** Whether a letter answers a colleague. */
  static boolean answers(Leaf leaf) {
    return ANSWER.matcher(leaf.sheet().text()).find();
  }

  /** Whether a letter asks a payer. */
  static boolean asksPayer(Leaf leaf) {
    return TO_PAYER.matcher(leaf.sheet().text()).find();
  }

  /** The person whom a letter is addressed to, with letters behind the name; or null. */
  static Span addressee(Leaf leaf) {
    List<Row> rows = leaf.sheet().rows();
    for (Row row : rows) {
      if (GREETING.matcher(leaf.sheet().span(row.start(), row.end()).value()).matches()) {
        for (int r = Math.max(0, row.index() - ADDRESS); r < row.index(); r++) {
          Span person = person(leaf.sheet().span(rows.get(r).cells().get(0)));
          // What stands first on the page is the writer's own head.
          if (person != null && r > 2) {
            return person;
          }
        }
      }
    }
    return null;
  }

  /** Whom a payer's letter is addressed to: a person in a line of its own at its head; or null. */
  static Span addressedDoctor(Leaf leaf) {
    List<Row> rows = leaf.sheet().rows();
    for (Row row : rows.subList(1, Math.max(1, Math.min(HEAD, rows.size())))) {
      Span first = leaf.sheet().span(row.cells().get(0));
      Span person = leaf.labels().get(row.index()).isEmpty() ? person(first) : null;
      if (person != null && person.end() == first.end()) {
        return person;
      }
    }
    return null;
  }

  private static Span person(Span place) {
    Matcher to = TO.matcher(place.text());
    Span rest = to.lookingAt() ? place.part(to.end(), place.length()) : place;
    Matcher name = Names.WITH_CREDENTIAL.matcher(rest.text());
    boolean found = name.lookingAt();
    return found ? rest.part(0, name.end()) : null;
  }
}
