package org.openpriorauth.extraction.rules;

import java.util.regex.Pattern;

/** The payer in the head of its own letter or card: the first house that the page names. */
final class PayerHead {
  private static final int ROWS = 6;

  /** The line of a fax machine, an address, a department, a title. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?i)\\d|[:@]|^(?:from|to|fax|page|notice|important|confidential|date|dear|re|member|insurance|subscriber)\\b"
              + "|\\b(?:notice|number|auth|status|tracking|case|reference|id|authorization|request|appeals?|grievances|management|services department|letter|review|denial|approval|determination|decision|department|card|po box|p\\.o\\.|www|street|suite)\\b");

  private static final Pattern PAYER =
      Pattern.compile(
          "(?i)\\b(?:health|insurance|assurance|plans?|mutual|blue|benefits?|trust|fund|care|cover|hmo|ppo|medicare|medicaid|advantage)\\b");
  private static final int LONGEST = 60;

  /** Lines that may be its name without a word that payers have in theirs. */
  private static final int FIRST = 2;

  private PayerHead() {}

  static void read(Leaf leaf, Draft draft) {
    if (leaf.sheet().number() > 1 || draft.has("coverage.payer")) {
      return;
    }
    int lines = 0;
    for (Row row : leaf.sheet().rows().subList(0, Math.min(ROWS, leaf.sheet().rows().size()))) {
      Span first = leaf.sheet().span(row.cells().get(0)).trimmed("|_-*. ");
      String text = first.value();
      boolean letters = text.chars().filter(Character::isLetter).count() >= 4;
      boolean name = text.length() <= LONGEST && !NO_NAME.matcher(text).find();
      if (letters && name && Names.house(first) != null) {
        if (lines < FIRST || PAYER.matcher(text).find()) {
          draft.add("coverage.payer", "coverage", first, null, 0.8);
          return;
        }
      }
      lines += letters ? 1 : 0;
    }
  }
}
