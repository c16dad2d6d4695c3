package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many pages a cover sheet says there are, held against how many came. */
final class CoverCount {
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)(?:\\bpages|\\b(?:total|number|no\\.?|#) (?:of )?pages?|\\bpage count|\\bpage\\(s\\))"
              + "(?: ?\\(?[a-z][^:\\d\\n]{0,50})?\\s?[:#=]?\\s{0,40}(\\d{1,3})\\b"
              + "(?!\\s?(?:of|/|-|\\.|:)\\s?\\d)");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)(?<![\\d/.-])(\\d{1,3}) (?:total )?pages?(?=[^\\d\\n]{0,40}(?:includ|incl\\b|total|follow|cover|attached|exclud))");
  private static final Pattern WITHOUT =
      Pattern.compile("(?i)\\b(?:exclud|not includ|not counting|without|follow|w/o|plus cover)");
  private static final Pattern WITH = Pattern.compile("(?i)\\b(?:includ|incl\\b|with cover|total)");

  private CoverCount() {}

  /**
   * How many should have come.
   *
   * @param came how many did
   * @return null if the sheet does not say, or says what came
   */
  static Integer otherThan(int came, Sheet cover) {
    for (Row row : cover.rows()) {
      String text = cover.text().substring(row.start(), row.end());
      Integer said = Transmission.is(text) ? null : said(text);
      if (said != null && said > 0) {
        boolean without = WITHOUT.matcher(text).find();
        boolean with = !without && WITH.matcher(text).find();
        // Where it does not say, its own page may be counted or not.
        boolean agrees = !without && said == came || !with && said + 1 == came;
        return agrees ? null : said + (without ? 1 : 0);
      }
    }
    return null;
  }

  private static Integer said(String row) {
    Matcher labelled = LABELLED.matcher(row);
    if (labelled.find()) {
      return Integer.valueOf(labelled.group(1));
    }
    Matcher counted = COUNTED.matcher(row);
    return counted.find() ? Integer.valueOf(counted.group(1)) : null;
  }
}
