package org.openpriorauth.language;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can come of asking a language model; there is nothing else. */
public enum Outcome {
  ANSWERED("answered."),
  /** Nothing left the house. */
  OFF("is off."),
  OVER_LIMIT("has used up this month's tokens."),
  /** What was sent may have been read, but there is no answer. */
  NOT_REACHED("could not be reached, or did not end its answer in time."),
  OVERLOADED("is too busy; it was asked again, and is too busy still."),
  NOT_ADMITTED("does not accept the key."),
  NOT_TAKEN("does not take the question: look at the address and the model's name."),
  DECLINED("declined to answer."),
  CUT_SHORT("did not come to the end of its answer."),
  UNUSABLE("answered in another form than it was asked for, so nothing of it was used.");

  private final String said;

  Outcome(String said) {
    this.said = said;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people, after "the language model". */
  public String said() {
    return said;
  }

  /** Whether it may pass by itself. */
  public boolean passing() {
    return this == NOT_REACHED || this == OVERLOADED;
  }
}
