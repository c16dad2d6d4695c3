package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openpriorauth.criteria.PassageSearch.Pick;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.kernel.Evidence;

/**
 * The passages of a chart that a language model is shown, under names of ours, and what it may say
 * of them. A quote counts only if it stands in the very passage that it is said to be from; then
 * the whole passage is shown, so that no cutting changes what it says.
 */
final class SentPassages {
  /** In characters, of all passages together. */
  private static final int MOST = 60_000;

  /** In characters: a page that is longer is no page of a chart. */
  private static final int LONGEST_PAGE = 20_000;

  private static final int MOST_PICKS = 10;

  /** In characters: less shows nothing, and stands everywhere. */
  private static final int SHORTEST_QUOTE = 4;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String TYPESET = "\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u2014\u00a0";
  private static final String TYPED = "''\"\"---- ";

  private final Map<String, Passage> passages = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();

  /** As it goes out. */
  record Sent(String id, String text) {}

  /**
   * @param picks each passage once
   */
  record Verified(List<Pick> picks, int dropped) {}

  static SentPassages of(List<PageText> pages) {
    SentPassages all = new SentPassages();
    int characters = 0;
    for (PageText page : pages) {
      for (Passage passage : Passage.of(page, LONGEST_PAGE)) {
        characters += passage.text().length();
        if (characters > MOST) {
          return all;
        }
        String id = "p" + (all.sent.size() + 1);
        all.passages.put(id, passage);
        all.sent.add(new Sent(id, passage.text()));
      }
    }
    return all;
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  Verified verified(ModelPicks said) {
    List<Pick> picks = new ArrayList<>();
    List<Evidence> taken = new ArrayList<>();
    int dropped = 0;
    for (ModelPicks.Pick one : said.passages()) {
      Passage passage = passages.get(one.passage());
      if (picks.size() == MOST_PICKS || passage == null || !stands(one.quote(), passage.text())) {
        dropped++;
      } else if (!taken.contains(passage.evidence())) {
        taken.add(passage.evidence());
        picks.add(new Pick(passage.evidence(), one.stance()));
      }
    }
    return new Verified(picks, dropped);
  }

  /** Letter by letter, whatever the breaks of lines and however quotation marks are set. */
  private static boolean stands(String quote, String passage) {
    String wanted = plain(quote);
    return wanted.length() >= SHORTEST_QUOTE && plain(passage).contains(wanted);
  }

  private static String plain(String text) {
    StringBuilder typed = new StringBuilder(text);
    for (int i = 0; i < typed.length(); i++) {
      int at = TYPESET.indexOf(typed.charAt(i));
      if (at >= 0) {
        typed.setCharAt(i, TYPED.charAt(at));
      }
    }
    return SPACE.matcher(typed).replaceAll(" ").strip();
  }
}
