package org.openpriorauth.reader.document;

/** A job given up for a reason that its sender can act on. Never carries document content. */
public final class Failure extends Exception {
  private final FailureCode code;

  /** With the sentence of the code. */
  public Failure(FailureCode code) {
    this(code, code.sentence());
  }

  /**
   * With a more exact sentence.
   *
   * @param detail a plain sentence without content of the document
   */
  public Failure(FailureCode code, String detail) {
    super(detail);
    this.code = code;
  }

  /** Why. */
  public FailureCode code() {
    return code;
  }
}
