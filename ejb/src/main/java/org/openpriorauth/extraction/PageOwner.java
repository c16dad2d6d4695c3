package org.openpriorauth.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    NameMatch name = NameMatch.of(stated.name(), patient.name());
    List<Boolean> numbers =
        Arrays.asList(
            same(stated.birthDate(), patient.birthDate()), same(stated.mrn(), patient.mrn()));
    Boolean member = same(stated.memberId(), patient.memberId());
    boolean some = name.some() || numbers.contains(true);
    boolean others = name.others() || numbers.contains(false);
    if (!some && !others) {
      return member == null ? UNKNOWN : member ? YES : NO;
    }
    // Another member id alone is another insurance of the same person.
    some |= Boolean.TRUE.equals(member);
    if (some && others) {
      return CONFLICT;
    }
    return others ? NO : YES;
  }

  /** Null where one of them does not say. */
  private static Boolean same(String stated, String known) {
    if (stated == null || known == null) {
      return null;
    }
    return letters(stated).replace(" ", "").equals(letters(known).replace(" ", ""));
  }

  static String letters(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
        .replaceAll("[^\\p{Alnum} ]", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
