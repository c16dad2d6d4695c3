package org.openpriorauth.clinic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The letters that begin a practice's authorization numbers: two to four, telling of its name where
 * they can ("Cedar Hollow Orthopedics" is CHO), and no two practices have the same.
 */
public final class Initials {
  private static final int MOST = 4;

  private Initials() {}

  /** In the order in which they please; the first that is free is taken. */
  public static List<String> of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z ]", "");
    StringBuilder firsts = new StringBuilder();
    for (String word : plain.strip().split(" +")) {
      if (!word.isEmpty() && firsts.length() < MOST) {
        firsts.append(word.charAt(0));
      }
    }
    String letters = plain.replace(" ", "");
    Set<String> wanted = new LinkedHashSet<>();
    for (int n = Math.min(MOST, firsts.length()); n >= 2; n--) {
      wanted.add(firsts.substring(0, n));
    }
    for (int n = Math.min(MOST, letters.length()); n >= 2; n--) {
      wanted.add(letters.substring(0, n));
    }
    String stem = (letters + "PA").substring(0, 2);
    for (char third = 'A'; third <= 'Z'; third++) {
      wanted.add(stem + third);
      for (char fourth = 'A'; fourth <= 'Z'; fourth++) {
        wanted.add(stem + third + fourth);
      }
    }
    return new ArrayList<>(wanted);
  }
}
