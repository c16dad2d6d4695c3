package org.openpriorauth.packet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sentences that a letter may hold without a citation. They claim nothing about the patient's
 * record: their slots take the request's own data (who, which service, which codes).
 */
public enum FixedSentence {
  OPENING("I am writing to ask for authorization of {} for {}."),
  DIAGNOSIS("The request is made for {}."),
  CRITERIA("The record documents these criteria of the payer:"),
  THERAPIES("These treatments have been tried before this request:"),
  FINDINGS("These findings bear on the request:"),
  ENCLOSED(
      "Each statement is followed by the document and page where it is found; the pages are"
          + " enclosed."),
  ASK("On this record I ask that you authorize the service as requested."),
  THANKS("Thank you for your review."),
  APPEAL("I am writing to appeal your decision about {} for {}."),
  REASON("Your decision gives this reason: \u201c{}\u201d"),
  ANSWER("The record documents these criteria of the payer all the same:"),
  OVERTURN("On this record I ask that you overturn the decision and authorize the service."),
  OFFER(
      "If anything further would help your review, please call our office; I will gladly speak with"
          + " your medical director.");

  private static final String SLOT = "{}";

  /** The template's words before, between and behind its slots. */
  private final List<String> words;

  FixedSentence(String template) {
    this.words = List.of(template.split(Pattern.quote(SLOT), -1));
  }

  /**
   * The sentence on one line, whatever line breaks and signs the slots hold.
   *
   * @throws IllegalArgumentException if a slot is empty, or there are more or fewer than it has
   */
  String fill(String... slots) {
    if (slots.length != words.size() - 1) {
      throw new IllegalArgumentException(this + " has " + (words.size() - 1) + " slots");
    }
    StringBuilder filled = new StringBuilder(words.get(0));
    for (int i = 0; i < slots.length; i++) {
      String slot = Given.required(slots[i], "slot " + i).replaceAll("\\s+", " ");
      filled.append(slot).append(words.get(i + 1));
    }
    return filled.toString();
  }

  /** The one that a text is, if it is any. */
  static Optional<FixedSentence> of(String text) {
    return Arrays.stream(values()).filter(f -> f.matches(text)).findFirst();
  }

  boolean slotted() {
    return words.size() > 1;
  }

  /** Whether a text is this sentence with something in each of its slots. */
  boolean matches(String text) {
    String last = words.get(words.size() - 1);
    if (words.size() == 1) {
      return text.equals(last);
    }
    if (!text.startsWith(words.get(0)) || text.equals(String.join(SLOT, words))) {
      return false;
    }
    int at = words.get(0).length();
    for (String between : words.subList(1, words.size() - 1)) {
      int found = text.indexOf(between, at + 1);
      if (found < 0) {
        return false;
      }
      at = found + between.length();
    }
    return text.endsWith(last) && text.length() - last.length() > at;
  }
}
