package org.openpriorauth.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;

/**
 * Whether a page is the patient's: yes, no, unknown (it names nobody) or conflict (some of what it
 * says is the patient's and some is not). Only pages that are count for anything.
 */
public enum PageOwner {
  YES,
  NO,
  UNKNOWN,
  CONFLICT;

  /**
   * @param birthDate ISO 8601
   */
  public record Person(String name, String birthDate, String mrn, String memberId) {}

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PageOwner of(PageIdentity stated, Person patient) {
    List<Boolean> person =
        Arrays.asList(
            sameName(stated.name(), patient.name()),
            same(stated.birthDate(), patient.birthDate()),
            same(stated.mrn(), patient.mrn()));
    Boolean member = same(stated.memberId(), patient.memberId());
    boolean some = person.contains(Boolean.TRUE);
    boolean others = person.contains(Boolean.FALSE);
    if (!some && !others) {
      return member == null ? UNKNOWN : member ? YES : NO;
    }
    // Another member id alone is another insurance of the same person.
    some |= Boolean.TRUE.equals(member);
    if (some && others) {
      return CONFLICT;
    }
    if (others) {
      return NO;
    }
    return some ? YES : UNKNOWN;
  }

  /** Null where one of them does not say. */
  private static Boolean same(String stated, String known) {
    if (stated == null || known == null) {
      return null;
    }
    return letters(stated).replace(" ", "").equals(letters(known).replace(" ", ""));
  }

  /**
   * In any order, with or without middle names; a scan may have misread a letter of a long name.
   */
  private static Boolean sameName(String stated, String known) {
    if (stated == null || known == null) {
      return null;
    }
    Set<String> a = words(stated);
    Set<String> b = words(known);
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    Set<String> fewer = a.size() < b.size() ? a : b;
    Set<String> more = a.size() < b.size() ? b : a;
    long shared = fewer.stream().filter(w -> more.stream().anyMatch(m -> alike(w, m))).count();
    return shared == fewer.size() || shared >= 2;
  }

  private static Set<String> words(String name) {
    return Arrays.stream(letters(name.replaceAll("[\\s,.]+", " ")).split(" "))
        .filter(w -> w.length() > 1)
        .collect(Collectors.toSet());
  }

  private static String letters(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .replaceAll("[^\\p{Alnum} ]", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static boolean alike(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (a.length() < 6 || a.length() != b.length()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < a.length(); i++) {
      different += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return different == 1;
  }
}
