package org.openpriorauth.simulator.intake;

import java.util.List;

/**
 * A call that is not accepted: nothing has been stored, and the caller is told why in one
 * OperationOutcome (spec-39 ff.: mend it, do not resend it as it is).
 */
public final class Refusal extends RuntimeException {
  private final int status;
  private final transient List<Finding> findings;

  public Refusal(int status, List<Finding> findings) {
    super("refused with " + status, null, false, false);
    this.status = status;
    this.findings = List.copyOf(findings);
  }

  /** A refusal for one reason that concerns no element in particular. */
  public static Refusal of(int status, String code, String diagnostics) {
    return new Refusal(status, List.of(new Finding(code, "", diagnostics)));
  }

  public int status() {
    return status;
  }

  public List<Finding> findings() {
    return findings;
  }
}
