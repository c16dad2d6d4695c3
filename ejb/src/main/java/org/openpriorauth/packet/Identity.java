package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence names the people and numbers of this request, and no others. */
final class Identity {
  private static final String NAME = "((?:\\p{Lu}[\\p{L}.'’-]*\\s?){1,5})";
  private static final Pattern PATIENT =
      Pattern.compile("(?:\\b[Pp]atient,?|\\bMr\\.?|\\bMrs\\.?|\\bMs\\.?|\\bMiss)\\s+" + NAME);
  private static final Pattern PROVIDER =
      Pattern.compile("(?:\\bDr\\.?|\\bDoctor|\\b[Pp]rovider|\\b[Pp]hysician)\\s+" + NAME);
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)\\bmember\\s*(?:id|number|no\\.?|#)\\s*(?:is|:)?\\s*((?=[A-Z -]{0,8}\\d)[A-Z0-9][A-Z0-9 -]{3,30})");

  private Identity() {}

  /**
   * The names and numbers that were accepted.
   *
   * @param memberId or empty
   * @param providers who orders and who performs
   */
  record Accepted(String patient, String memberId, String payer, List<String> providers) {
    Accepted {
      patient = Given.required(patient, "patient");
      memberId = Given.orEmpty(memberId);
      payer = Given.orEmpty(payer);
      providers = List.copyOf(providers);
    }

    /** As they may stand in any sentence. */
    List<String> all() {
      List<String> all = new ArrayList<>(providers);
      all.addAll(List.of(patient, memberId, payer));
      return all;
    }
  }

  /**
   * @param quotes a provider may be one whom the cited words name
   */
  static List<Fault> faults(String sentence, Accepted accepted, List<String> quotes) {
    List<Fault> faults = new ArrayList<>();
    if (names(PATIENT, sentence, words(List.of(accepted.patient())))) {
      faults.add(Fault.blocking("patient", "It names another patient than the request's."));
    }
    List<String> providers = new ArrayList<>(accepted.providers());
    providers.addAll(quotes);
    if (names(PROVIDER, sentence, words(providers))) {
      String words = "It names a provider whom neither the request nor the cited words name.";
      faults.add(Fault.doubtful("provider", words));
    }
    Matcher member = MEMBER.matcher(sentence);
    while (member.find()) {
      if (!plain(accepted.memberId()).startsWith(plain(member.group(1)))) {
        faults.add(Fault.blocking("member_id", "It gives another member id than the coverage's."));
      }
    }
    return faults;
  }

  private static boolean names(Pattern who, String sentence, Set<String> known) {
    Matcher named = who.matcher(sentence);
    while (named.find()) {
      if (!known.containsAll(words(List.of(named.group(1))))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(List<String> texts) {
    Set<String> words = new HashSet<>();
    for (String text : texts) {
      for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
        words.add(word);
      }
    }
    return words;
  }

  private static String plain(String number) {
    return number.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
  }
}
