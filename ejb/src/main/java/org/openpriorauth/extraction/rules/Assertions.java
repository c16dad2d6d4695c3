package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what is mentioned is so, was, may be, or is another's. After ConText: words before or
 * behind a mention reach as far as the next word that ends their reach.
 */
final class Assertions {
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?i)\\b(?:payer|insurer|plan|coverage|medical|health plan)(?:'s)? (?:policy|criteria|guideline"
              + "|requirements?)\\b|\\bpolicy (?:requires|states|consulted|text|excerpt)|\\bcriteria"
              + " (?:state|require|include)|\\bper (?:the )?(?:policy|criteria|guidelines?)\\b"
              + "|\\bpolicy [A-Z]{2,}-?\\d|\\b(?:policy|plan|criteria|guidelines?) (?:asks?|calls?|looks?) for\\b"
              + "|\\b(?:members?|enrollees?|beneficiar(?:y|ies)|you) must (?:have|first|try|be)\\b"
              + "|\\brequires? (?:an? |the |prior |documented )?(?:trial|failure|documentation|treatment|step)\\b"
              + "|\\b(?:covered|coverage is provided|approved|medically necessary) (?:when|if|only)\\b"
              + "|\\bpolicy (?:[A-Z]{2,}-?\\d|also |lists?|names?)|\\bmembers? (?:must|should|with)\\b"
              + "|\\bcodes? for coverage\\b|\\bcovered (?:diagnos[ei]s|codes?|indications?)\\b|\\bconsidered medically necessary (?:when|if|for)");
  private static final Pattern FAMILY =
      Pattern.compile(
          "(?i)\\b(?:family history|fhx?\\b|mother|father|brother|sister|sibling|aunt|uncle"
              + "|grandmother|grandfather|maternal|paternal|cousin|son|daughter)\\b");
  private static final Pattern NEGATED_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:no(?! (?:relief|improvement|benefit|response|change|difference|help|effect))"
              + "|not|never|denies|denied|without|negative for|absence of|free of"
              + "|declined|declines|refused|refuses|ruled out|nor|hasn't|has not|did not|didn't"
              + "|no evidence of|no history of|contraindicated|cannot take|unable to take)\\b");
  private static final Pattern PSEUDO =
      Pattern.compile(
          "(?i)\\b(?:not only|no increase|not certain|without (?:difficulty|complications?"
              + "|(?:any )?(?:meaningful |significant |lasting |sustained )?(?:relief|improvement|benefit"
              + "|response|help|success))|did not (?:help|respond|improve|tolerate|work|provide|relieve)"
              + "|has not (?:helped|responded|improved|worked)|not (?:improved|improving|working"
              + "|effective|helpful|tolerated|helped)|no (?:longer|better)|not respond(?:ed|ing)?"
              + "|no (?:significant|meaningful|lasting|sustained|clinical\\w*|further|appreciable|real)\\b)");
  private static final Pattern NEGATED_AFTER =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:\\w+\\s){0,3}?(?:was |were |is |has been |have been )?(?:declined|refused"
              + "|denied|ruled out|not (?:attempted|tried|done|performed|indicated|taken|given"
              + "|prescribed|available|requested|needed|ordered)|(?:planned|scheduled),? (?:and|but) not|never (?:tried|started|taken|done)|contraindicated)\\b"
              + "|^\\W{0,2}:?\\s?(?:none|no|never|denies)\\b(?! (?:relief|improvement|benefit|help"
              + "|change|difference|response|effect|longer))");
  private static final Pattern HISTORICAL =
      Pattern.compile(
          "(?i)\\b(?:(?:hx|pmhx?)(?=:)|history of|h/o|hx of|s/p|status post|previously (?:had|treated|diagnosed)|in the past|remote|resolved"
              + "|childhood)\\b");
  private static final Pattern RESOLVED =
      Pattern.compile(
          "(?i)^[^.;]{0,4}(?:which |that )?(?:has |have |had |is |are |now |since |fully ){0,3}resolved\\b");
  private static final Pattern PLANNED =
      Pattern.compile(
          "(?i)\\b(?:will|plan(?:s|ned)? (?:to|for|on)|plan:|planning|recommend(?:s|ed|ing)?|schedule(?:d)? (?:for|to)"
              + "|to (?:start|begin|initiate|continue with|undergo|be started)|start(?:ing)? (?:on )?(?=\\w)(?!of)"
              + "|begin(?:ning)?|initiate|pending|awaiting|proposed|request(?:ing|ed|s)?|anticipate[ds]?"
              + "|refer(?:ral)? (?:to|for)|intend(?:s|ed)?|expected|would (?:like|benefit)|goal|upcoming"
              + "|next step)\\b");
  private static final Pattern HYPOTHETICAL =
      Pattern.compile(
          "(?i)\\b(?:if(?! you agree| possible)|unless|should (?:she|he|they|symptoms|this|pain|it)|consider(?:ing|ed)?(?! for)|might"
              + "|may (?:need|benefit|require|be)|could|in case|possible|possibly|concern(?:ed|ing)? for|suspicion (?:of|for)|question of|rule[- ]out|r/o|versus"
              + "|return (?:for|if)|risk of|watch for|candidate for|discussed|option(?:s)?|verify)\\b");
  private static final Pattern STOPPED =
      Pattern.compile(
          "(?i)\\b(?:discontinued|d/c'?d|stopped|ceased|no longer (?:taking|on)|held|weaned off"
              + "|discontinue)\\b");
  private static final Pattern REACH_ENDS =
      Pattern.compile(
          "(?i);|:(?<!\\b(?:hx|pmhx?|ruled out|rule out|r/o|history of|h/o|hx of|negative for|denies|past|resolved|possible|consider):)"
              + "|\\b(?:but|however|although|though|except|which|who|presents|because|since|secondary to"
              + "|with(?:out)? (?=\\w)(?:improvement|relief))\\b|,\\s(?:and|she|he|then|was|has|now)\\b");

  /** In characters: how far before a mention a word may stand that bears on it. */
  private static final int BEFORE = 300;

  private static final int AFTER = 200;

  private Assertions() {}

  /**
   * @param section what the part of the document is called, see sections.txt
   * @return present, negated, historical, family, hypothetical, planned, discontinued or quoted
   */
  static String of(Span sentence, Span mention, String section) {
    String text = sentence.text();
    int from = Math.max(0, Math.min(text.length(), mention.start() - sentence.start()));
    int to = Math.max(from, Math.min(text.length(), mention.end() - sentence.start()));
    int first = Math.max(0, from - BEFORE);
    int last = Math.min(text.length(), to + AFTER);
    String before = text.substring(first, from).replaceAll("\\s++", " ");
    String after = text.substring(to, last).replaceAll("\\s++", " ");
    if (section.equals("policy") || QUOTED.matcher(text.substring(first, last)).find()) {
      return "quoted";
    }
    if (section.equals("family") || FAMILY.matcher(before).find()) {
      return "family";
    }
    String near = reach(before);
    String bare = PSEUDO.matcher(near).replaceAll(" ");
    if (NEGATED_BEFORE.matcher(bare).find() || NEGATED_AFTER.matcher(after).find()) {
      return "negated";
    }
    return leaning(near, after, section);
  }

  private static String leaning(String near, String after, String section) {
    if (HYPOTHETICAL.matcher(near).find()) {
      return "hypothetical";
    }
    if (PLANNED.matcher(near).find() && !STOPPED.matcher(near).find()) {
      return "planned";
    }
    if (STOPPED.matcher(near).find()
        || STOPPED.matcher(firstClause(after)).find()
        || section.equals("stopped")) {
      return "discontinued";
    }
    if (HISTORICAL.matcher(near).find()
        || RESOLVED.matcher(after).find()
        || section.equals("past")) {
      return "historical";
    }
    return "present";
  }

  private static String firstClause(String after) {
    Matcher end = Pattern.compile("[;.](?=\\s|$)").matcher(after);
    String clause = end.find() ? after.substring(0, end.start()) : after;
    return clause.substring(0, Math.min(90, clause.length()));
  }

  /** What of the words before a mention still bears on it. */
  private static String reach(String before) {
    Matcher end = REACH_ENDS.matcher(before);
    int from = 0;
    while (end.find()) {
      from = end.end();
    }
    String near = before.substring(from);
    return near.substring(Math.max(0, near.length() - 110));
  }
}
