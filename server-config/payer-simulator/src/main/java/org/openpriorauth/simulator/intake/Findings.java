package org.openpriorauth.simulator.intake;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that a sender can mend all of it at once; stops at twenty. */
public final class Findings {
  private static final int MOST = 20;
  private final List<Finding> found = new ArrayList<>();

  void add(String code, String expression, String diagnostics) {
    if (found.size() < MOST) {
      found.add(new Finding(code, expression, diagnostics));
    }
  }

  void required(boolean there, String expression, String diagnostics) {
    if (!there) {
      add("required", expression, diagnostics);
    }
  }

  void value(boolean right, String expression, String diagnostics) {
    if (!right) {
      add("value", expression, diagnostics);
    }
  }

  void rule(boolean kept, String expression, String diagnostics) {
    if (!kept) {
      add("business-rule", expression, diagnostics);
    }
  }

  /**
   * Ends one stage of the checks: the next one relies on what this one has established.
   *
   * @throws Refusal with status 400 when anything was found
   */
  void stop() {
    if (!found.isEmpty()) {
      throw new Refusal(400, found);
    }
  }
}
