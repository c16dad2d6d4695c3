package org.openpriorauth.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What two names say of each other: in any order, with or without middle names, and with a letter
 * that a scan misread. A family name alone, or one with an initial that fits, says nothing: half a
 * family bears it.
 *
 * @param some it speaks for the same person
 * @param others it speaks for another one
 */
record NameMatch(boolean some, boolean others) {
  private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr");

  /** Below this many letters another letter makes another name. */
  private static final int LONG = 6;

  private static final int SHORT = 4;

  /** Either may be null. */
  static NameMatch of(String stated, String known) {
    List<String> a = words(stated);
    List<String> b = words(known);
    boolean single = b.size() == 1;
    if (a.isEmpty() || b.isEmpty()) {
      return new NameMatch(false, false);
    }
    int sure = pair(a, b, (x, y) -> x.equals(y) && x.length() > 1 || misread(x, y, LONG));
    pair(a, b, (x, y) -> initial(x, y) || misread(x, y, SHORT));
    boolean apart = !a.isEmpty() && !b.isEmpty();
    if (sure == 0) {
      return new NameMatch(false, apart);
    }
    if (apart) {
      boolean initials = a.stream().anyMatch(w -> w.length() == 1);
      return new NameMatch(sure > 1 || initials, true);
    }
    return new NameMatch(sure > 1 || single, false);
  }

  private static List<String> words(String name) {
    return new ArrayList<>(
        Optional.ofNullable(name).stream()
            .flatMap(
                n -> Arrays.stream(PageOwner.letters(n.replaceAll("[\\s,.-]+", " ")).split(" ")))
            .filter(w -> !w.isEmpty() && !TITLES.contains(w))
            .toList());
  }

  /** Takes out of both what belongs together; answers how many pairs. */
  private static int pair(List<String> a, List<String> b, BiPredicate<String, String> together) {
    int pairs = 0;
    for (Iterator<String> words = a.iterator(); words.hasNext(); ) {
      String word = words.next();
      Optional<String> other = b.stream().filter(w -> together.test(word, w)).findFirst();
      if (other.isPresent()) {
        words.remove();
        b.remove(other.get());
        pairs++;
      }
    }
    return pairs;
  }

  private static boolean initial(String a, String b) {
    return (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
  }

  private static boolean misread(String a, String b, int least) {
    if (a.length() < least || a.length() != b.length()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < a.length(); i++) {
      different += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return different == 1;
  }
}
