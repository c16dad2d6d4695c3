package org.openpriorauth.coding;

import java.util.ArrayList;
import java.util.List;

/** Codes that a misread one may have been: one character taken for its look-alike. */
final class Misread {
  private static final String READ = "0O1I8B5S";
  private static final String MEANT = "O0I1B8S5";

  private Misread() {}

  static List<String> candidates(String code) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      int at = READ.indexOf(code.charAt(i));
      if (at >= 0) {
        found.add(code.substring(0, i) + MEANT.charAt(at) + code.substring(i + 1));
      }
    }
    return found;
  }
}
