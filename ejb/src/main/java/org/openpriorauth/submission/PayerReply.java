package org.openpriorauth.submission;

import java.util.List;

/** What came of a call to a payer: a closed vocabulary, whatever the channel. */
public sealed interface PayerReply {
  /** As in {@code submission_attempt.outcome}. */
  String outcome();

  /** The status of the answer, or null if there was none. */
  Integer httpStatus();

  /** In words; a refusal's are the payer's own and may name a patient: sealed where kept. */
  String detail();

  /**
   * The payer has it and says something.
   *
   * @param decisions one for {@code submit}; for an inquiry one for each match, maybe none
   */
  record Said(List<Decision> decisions, Integer httpStatus) implements PayerReply {
    @Override
    public String outcome() {
      boolean waiting = decisions.stream().anyMatch(d -> !d.rollUp(List.of()).determined());
      return decisions.isEmpty() || waiting ? "pending" : "accepted";
    }

    @Override
    public String detail() {
      return decisions.isEmpty() ? "The payer knows no such request." : "The payer answered.";
    }
  }

  /** The payer refuses it as it is: sending it again would end the same way. */
  record Refused(String detail, Integer httpStatus) implements PayerReply {
    private static final int CONFLICT = 409;

    @Override
    public String outcome() {
      return "refused";
    }

    /** The payer says that it has something under this number. */
    boolean duplicate() {
      return httpStatus != null && httpStatus == CONFLICT;
    }
  }

  /** Surely not there: no connection, or an answer that says so. */
  record NotSent(String detail, Integer httpStatus) implements PayerReply {
    @Override
    public String outcome() {
      return "not_sent";
    }
  }

  /** It may be there: look before sending again. */
  record Unknown(String detail, Integer httpStatus) implements PayerReply {
    @Override
    public String outcome() {
      return "unknown";
    }
  }
}
