package org.openpriorauth.extraction.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people and houses by their form. */
final class Names {
  private static final String CREDENTIAL =
      "(?:MD|DO|NP|FNP|FNP-C|FNP-BC|AGNP|CRNP|APRN|DNP|PA|PA-C|PT|DPT|MPT|OT|OTR|OTR/L|SLP|CCC-SLP"
          + "|RN|BSN|MSN|PharmD|RPh|DC|DPM|PhD|PsyD|LCSW|LMFT|LPC|DDS|DMD|MBBS|OCS|SCS|FACP|FACS"
          + "|FAAOS|FACR|FACG|MPH|MS|CNM|CNS|ARNP|M\\.D\\.|D\\.O\\.|ATC|CHT|LPN|FAAPMR|MSPT|COMT"
          + "|FACC|FACOG|FAAP|FAAFP|FAAN|FAAD|FACMG|FACE|FCCP|FASN|FCAP|FSCAI|FHRS|FAHA|LCGC|CGC|BCBA(?:-D)?"
          + "|BCaBA|LMHC|LCMHC|LPCC|LCPC|LICSW|LMSW|LCSW-C|M\\.?Ed\\.?|Ed\\.?D\\.?|Ph\\.D\\.|Psy\\.D\\.|D\\.P\\.M\\."
          + "|D\\.C\\.|R\\.N\\.|N\\.P\\.|P\\.A\\.-C|P\\.T\\.|PMHNP(?:-BC)?|ACNP(?:-BC)?|AGACNP(?:-BC)?|CNP|WHNP(?:-BC)?|APN|CRNA"
          + "|RDN?|CDCES|CDE|AuD|OTD|PTA|COTA(?:/L)?|ATP|RRT|RPSGT|CWS|CWOCN|MBBCh|MBChB|PCS|NCS|GCS)";

  /** "NP" is not the head of "NPI", nor "OTR" all of "OTR/L". */
  private static final String WHOLE = "(?![\\w-]|/\\w)";

  private static final String PARTICLE =
      "(?:(?:van|von|de|den|der|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|af|av|zu)[ ]){0,3}+";
  private static final String WORD =
      "(?:"
          + PARTICLE
          + "[\\p{Lu}][\\p{L}'\u2019-]{0,24}\\.?+|[\"\u201c(][\\p{Lu}][\\p{L}'-]{0,24}[\"\u201d)])";
  private static final String PERSON = WORD + "(?:(?:,?+[ ]{1,2}|,)" + WORD + "){1,4}";

  /** A person with letters behind the name. */
  static final Pattern WITH_CREDENTIAL =
      Pattern.compile(
          "(?<name>(?:Dr\\.?[ ])?+"
              + WORD
              + "(?:,?[ ]{1,2}"
              + WORD
              + "){1,4}?),?[ ]{1,2}(?i:"
              + CREDENTIAL
              + ")"
              + WHOLE
              + "(?:,?+[ ]{1,2}(?i:"
              + CREDENTIAL
              + ")"
              + WHOLE
              + ")*+");

  private static final Pattern PLAIN =
      Pattern.compile("(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof)\\.?+[ ])?+" + PERSON);
  private static final Pattern ENDS =
      Pattern.compile(
          "[(;:\u2022\u00b7\u2014\u2013|]| - |\\d|(?i)\\b(?:npi|tel|phone|fax|dob|on|date|dated|mrn"
              + "|electronically|signed|license|dea)\\b");

  /** A line about a person goes on with other things. */
  private static final Pattern PERSON_ENDS =
      Pattern.compile(
          "/(?!L\\b)|,? ?\\b(?i:born|bd|b/d|seen|acct|dos|members?|id|aged?|policy|claim|subscriber)\\b");

  private static final Set<String> NO_NAME =
      Set.of(
          "none",
          "unknown",
          "same",
          "na",
          "self",
          "patient",
          "name",
          "date",
          "signature",
          "above",
          "see",
          "pending",
          "not",
          "on",
          "unassigned",
          "yes",
          "no",
          "male",
          "female",
          "phone",
          "address",
          "provider",
          "member",
          "subscriber",
          "dob",
          "age",
          "sex",
          "mrn",
          "id",
          "left",
          "right",
          "today",
          "reports",
          "is",
          "was",
          "has",
          "denies",
          "presents",
          "status",
          "page",
          "information",
          "education",
          "instructions",
          "safety",
          "agrees",
          "history");

  private Names() {}

  /**
   * The person at the start of a place, with letters behind the name if they are there; null if it
   * is none.
   */
  static Span person(Span place) {
    Span head = cut(place);
    Matcher further = PERSON_ENDS.matcher(head.text());
    Span clean = further.find() ? head.part(0, further.start()).trimmed(",;:-_*") : head;
    String text = clean.text();
    Matcher titled = WITH_CREDENTIAL.matcher(text);
    if (titled.lookingAt()) {
      return clean.part(0, titled.end());
    }
    Matcher plain = PLAIN.matcher(text);
    if (!plain.matches() || !plain.group().matches(".*[ ,].*")) {
      return null;
    }
    for (Phrases.Word word : Phrases.words(text, 0, text.length())) {
      if (NO_NAME.contains(word.lower())) {
        return null;
      }
    }
    return clean;
  }

  /** A house: some words with capitals, no sentence; null if it is none. */
  static Span house(Span place) {
    Span clean = cut(place);
    String text = clean.text();
    int words = 0;
    int capitals = 0;
    for (String word : text.split("[ ,]++")) {
      words += word.isEmpty() ? 0 : 1;
      capitals += !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? 1 : 0;
    }
    boolean small = words <= 9 && text.length() >= 4 && text.length() <= 80;
    boolean known = words == 1 && NO_NAME.contains(text.toLowerCase(Locale.ROOT));
    return small && !known && capitals * 2 >= words && !text.endsWith(".") ? clean : null;
  }

  private static Span cut(Span place) {
    Matcher end = ENDS.matcher(place.text());
    Span head = end.find() ? place.part(0, end.start()) : place;
    return head.trimmed(",;:-_*\u2022|");
  }

  /** Lower-case words in order, without letters behind the name: for comparing. */
  static String key(String name) {
    String bare = name.replaceAll("(?i),?[ ]" + CREDENTIAL + "(?![\\w-])", " ");
    return Phrases.words(bare, 0, bare.length()).stream()
        .map(Phrases.Word::lower)
        .filter(w -> w.length() > 1 && !w.equals("dr"))
        .sorted()
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }
}
