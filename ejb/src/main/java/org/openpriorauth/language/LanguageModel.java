package org.openpriorauth.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Somebody else's language model, spoken with once: it is asked, and answers or does not. */
public interface LanguageModel {
  /** As settings name it. */
  String name();

  /** Never throws for what the other side does. */
  Reply ask(Endpoint endpoint, Question question);

  /**
   * @param key null for one that asks for none
   */
  record Endpoint(String baseUrl, String model, String key) {
    /** The key stays out of logs. */
    @Override
    public String toString() {
      return "Endpoint[" + baseUrl + ", " + model + "]";
    }
  }

  /**
   * @param instructions ours, and nothing of a document
   * @param data a JSON document: whatever stands in it cannot end it
   * @param schema of the answer
   * @param mostTokens of the answer
   */
  record Question(String instructions, String data, JsonNode schema, int mostTokens) {
    /** A chart's text stays out of logs. */
    @Override
    public String toString() {
      return "Question[" + data.length() + " characters]";
    }
  }

  /**
   * @param answer null unless it answered
   * @param retryAfter what the other side asked for, or null
   */
  record Reply(
      Outcome outcome, JsonNode answer, long inputTokens, long outputTokens, Duration retryAfter) {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int OVERLOADED = 529;
    private static final int FAILED = 500;

    public static Reply without(Outcome outcome) {
      return new Reply(outcome, null, 0, 0, null);
    }

    /** For an answer of HTTP that is none of the model. */
    public static Reply refused(int status, Duration retryAfter) {
      Outcome outcome =
          switch (status) {
            case 401, 403 -> Outcome.NOT_ADMITTED;
            case TOO_MANY, UNAVAILABLE, OVERLOADED -> Outcome.OVERLOADED;
            default -> status >= FAILED ? Outcome.NOT_REACHED : Outcome.NOT_TAKEN;
          };
      return new Reply(outcome, null, 0, 0, retryAfter);
    }

    /** What the model said stays out of logs. */
    @Override
    public String toString() {
      return "Reply[" + outcome + "]";
    }
  }
}
