package org.openpriorauth.kernel;

/**
 * What is wrong with a record, as its JSON and its screen say it: not an answer to a request, but a
 * state that a person can do something about.
 *
 * @param code as in {@code ear/docs/errors.md}
 * @param detail what happened and the way out; it may quote a payer, so it is for the record's
 *     readers and never for a log
 */
public record ProblemView(String code, String title, String detail) {
  public static ProblemView of(ErrorCode code, String detail) {
    return new ProblemView(code.code(), code.title(), detail);
  }

  /** As a person reads it: the words, then the number to ask about. */
  public String sentence() {
    return detail + " (" + code + ")";
  }

  /** A page prints it as it is. */
  @Override
  public String toString() {
    return sentence();
  }
}
