package org.openpriorauth.extraction.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a payer decided, and why, in the letter's own words. */
final class LetterDecision {
  private static final String TAIL =
      "(?:\\s(?:as\\s(?:requested|submitted|modified|written)|with\\s(?:changes|modifications?|conditions)"
          + "|in\\s(?:part|full|its\\sentirety)))?+";
  private static final String WORD =
      "(?:(?:partially|conditionally|fully|not|non-?|un|wholly)[\\s-]?)?+"
          + "(?:approved|denied|certified|authorized|favorable|dismissed|upheld|overturned|reversed|affirmed"
          + "|pended|withdrawn|voided|modified|reduced|declined|rejected|covered|granted|closed)"
          + TAIL;
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:(?:our|the|final|review|coverage|authorization|auth|request|case|appeal|current)\\s)?"
              + "(?:decision|determination|status|outcome|disposition|action(?:\\staken)?)"
              + "(?:\\s(?:of|on)\\s(?:your\\s|the\\s)?(?:request|appeal))?(?:\\s?:|(?=\\s|$))");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)(?:(?:is|was|has been|request|we have)\\s){0,3}(" + WORD + "|pending)\\b");
  private static final Pattern SAID =
      Pattern.compile(
          "(?i)\\b(?:(?:is|are|was|were|be|been)\\s(?:now\\s|hereby\\s)?|(?:we|plan|reviewer|director|committee|panel"
              + "|trust|department|has|have)\\s(?:ha(?:ve|s)\\s)?(?:now\\s|also\\s|decided\\s)?)("
              + WORD
              + ")(?![\\w-])");
  private static final Pattern UNABLE =
      Pattern.compile(
          "(?i)\\bwe(?:\\s(?:are|were))?\\s((?:unable to|not able to|cannot|can not|could not)\\s(?:approve|authorize|certify))\\b");
  private static final Pattern SUPPOSED =
      Pattern.compile(
          "(?i)\\b(?:if|when|whether|unless|until|once|before|may|might|can|could|would|will|must|should|to)\\b[^.;:]{0,80}$");
  private static final Pattern PRESENT_BE =
      Pattern.compile("(?i)\\bcannot be\\s$|\\bcan not be\\s$");
  private static final Pattern REVIEWED_AGAIN =
      Pattern.compile("(?i)\\b(?:upheld|overturned|reversed|affirmed)\\b");
  private static final Pattern CUE =
      Pattern.compile(
          "(?i)\\b(?:because(?!\\sof\\b)|(?:(?:specific|main|clinical|denial|our)\\s)?(?:reasons?|rationale)"
              + "(?:\\s(?:for|of)\\s(?:(?:this|the|our|your)\\s)?(?:adverse\\s)?(?:denial|decision|determination|action|non-?approval))?"
              + "(?:\\s?:|\\s(?:is|are|was)(?:\\s?:|\\sthat\\b)?)|basis\\sfor\\s(?:the\\s|this\\s|our\\s)?(?:denial|decision)\\s?:)\\s?");
  private static final Pattern WHY =
      Pattern.compile(
          "(?i)(?:why (?:we|was|were|did|is|are|have|your)\\b.{0,50}|(?:the |our )?(?:reasons?|rationale)(?: for .{3,40})?)[?:.]?");
  private static final Pattern PARTIAL =
      Pattern.compile("(?i)\\bpartial(?:ly)? (?:approv|denial|denied|certif|favorable|authoriz)");
  private static final Pattern OPENS =
      Pattern.compile(
          "(?:The|There|Your|Our|It|No|Documentation|Medical|Clinical|Records|Criteria)\\s");
  private static final Pattern STOP = Pattern.compile("[.,;]\\s{1,3}(?=\\p{Lu})");
  private static final Pattern ABOUT_RIGHTS =
      Pattern.compile(
          "(?i)\\b(?:appeal|review is|call|write|right|questions?|enclosed|copy|letter|notice|you may|contact)\\b");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("part", "partially_approved"),
          Map.entry("modif", "partially_approved"),
          Map.entry("reduced", "partially_approved"),
          Map.entry("dismiss", "dismissed"),
          Map.entry("overturn", "overturned"),
          Map.entry("revers", "overturned"),
          Map.entry("upheld", "upheld"),
          Map.entry("affirm", "upheld"),
          Map.entry("pend", "pended"),
          Map.entry("withdrawn", "withdrawn"),
          Map.entry("void", "withdrawn"),
          Map.entry("closed", "closed"));

  /** What a payer gives reasons for. */
  private static final Set<String> REASONED =
      Set.of("denied", "partially_approved", "dismissed", "upheld", "pended", "closed");

  private LetterDecision() {}

  /** Whether there was one. */
  static boolean read(Leaf leaf, boolean letter, Draft draft) {
    Span decision = labelled(leaf);
    Span said = letter ? said(leaf) : null;
    if (decision == null || said != null && outweighs(said, decision)) {
      decision = said;
    }
    if (decision == null) {
      return false;
    }
    String kind = kind(decision.value());
    // "We approved 10 of the 20 days" under a title that says what it is.
    String above = leaf.sheet().text().substring(0, decision.start());
    if (kind.equals("approved") && PARTIAL.matcher(above).find()) {
      kind = "partially_approved";
    }
    LetterFields.add(draft, "decision", decision, kind, 0.85);
    if (letter && REASONED.contains(kind)) {
      reason(leaf, decision, draft);
    }
    return true;
  }

  /** A letter on an appeal also names the decision that was appealed. */
  private static boolean outweighs(Span one, Span two) {
    return REVIEWED_AGAIN.matcher(one.text()).find() && !REVIEWED_AGAIN.matcher(two.text()).find();
  }

  private static Span labelled(Leaf leaf) {
    for (Span place : LetterFields.places(leaf, LABELLED)) {
      Matcher value = VALUE.matcher(place.text());
      if (value.lookingAt()) {
        return place.part(value.start(1), value.end(1));
      }
    }
    return null;
  }

  private static Span said(Leaf leaf) {
    Span first = null;
    for (Span sentence : leaf.sentences()) {
      Matcher said = SAID.matcher(sentence.text());
      while (said.find()) {
        Span span = sentence.part(said.start(1), said.end(1));
        String before = sentence.text().substring(0, said.start(1));
        boolean supposed =
            SUPPOSED.matcher(before).find() && !PRESENT_BE.matcher(before).find()
                || leaf.addressed().contains(leaf.sheet().rowAt(span.start()));
        if (!supposed && (first == null || outweighs(span, first))) {
          first = span;
        }
      }
    }
    return first == null ? unable(leaf) : first;
  }

  private static Span unable(Leaf leaf) {
    for (Span sentence : leaf.sentences()) {
      Matcher unable = UNABLE.matcher(sentence.text());
      if (unable.find() && !SUPPOSED.matcher(sentence.text().substring(0, unable.start())).find()) {
        return sentence.part(unable.start(1), unable.end(1));
      }
    }
    return null;
  }

  static String kind(String decision) {
    String low = decision.toLowerCase(Locale.ROOT);
    for (var kind : KINDS.entrySet()) {
      if (low.contains(kind.getKey())) {
        return kind.getValue();
      }
    }
    return low.matches(
            "(?:fully |conditionally )?(?:approved|certified|authorized|favorable|covered|granted).*")
        ? "approved"
        : "denied";
  }

  private static void reason(Leaf leaf, Span decision, Draft draft) {
    Span after = restOfSentence(leaf, decision);
    for (Span sentence : leaf.sentences()) {
      Matcher cue = CUE.matcher(sentence.text());
      if (cue.find() && sentence.end() > decision.start() - 400) {
        Span reason = reason(sentence.part(cue.end(), sentence.text().length()));
        if (reason != null) {
          LetterFields.add(draft, "reason", reason, null, 0.85);
          return;
        }
      }
      boolean next = after == null && sentence.start() >= decision.end();
      // A heading that asks why is answered by the sentence below it.
      next &= !WHY.matcher(sentence.value()).matches();
      after = next ? sentence : after;
    }
    Span reason = after == null ? null : reason(after);
    if (reason != null
        && OPENS.matcher(reason.text()).lookingAt()
        && !SAID.matcher(reason.text()).find()
        && !ABOUT_RIGHTS.matcher(reason.text()).find()) {
      LetterFields.add(draft, "reason", reason, null, 0.65);
    }
  }

  /** The next sentence, if its stop was not read as one. */
  private static Span restOfSentence(Leaf leaf, Span decision) {
    Span sentence = leaf.sentence(decision);
    Span rest = leaf.sheet().span(decision.end(), Math.max(decision.end(), sentence.end()));
    Matcher stop = STOP.matcher(rest.text());
    return stop.lookingAt() ? rest.part(stop.end(), rest.end() - rest.start()) : null;
  }

  /** A clause that says the decision again is not of the reason. */
  private static Span reason(Span place) {
    String text = place.text();
    int semicolon = text.indexOf(';');
    boolean again =
        semicolon > 0 && Pattern.compile("(?i)\\b" + WORD).matcher(text).find(semicolon);
    Span reason = (again ? place.part(0, semicolon) : place).trimmed(".,;: ");
    return reason.text().indexOf(' ') > 0 ? reason : null;
  }
}
