package org.openpriorauth.launcher;

/**
 * The system could not be started or stopped; the message is the one sentence that a person needs.
 */
public class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchFailure(String sentence) {
    super(sentence);
  }

  public LaunchFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
