package org.openpriorauth.packet;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
  OFFER(
      "If anything further would help your review, please call our office; I will gladly speak with"
          + " your medical director.");

  private static final String SLOT = "{}";

  private final String template;
  private final Pattern shape;

  FixedSentence(String template) {
    this.template = template;
    this.shape =
        Pattern.compile(
            Arrays.stream(template.split(Pattern.quote(SLOT), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("(.+)")));
  }

  String fill(String... slots) {
    StringBuilder filled = new StringBuilder(template);
    for (String slot : slots) {
      int at = filled.indexOf(SLOT);
      filled.replace(at, at + SLOT.length(), slot);
    }
    return filled.toString();
  }

  boolean matches(String text) {
    return shape.matcher(text).matches() && !text.contains(SLOT);
  }
}
