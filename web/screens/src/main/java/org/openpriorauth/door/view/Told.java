package org.openpriorauth.door.view;

import java.util.function.Supplier;
import org.openpriorauth.kernel.Problem;

/** A page's acts, and what a person is told of the last one: that it was done, or why not. */
public abstract class Told {
  private String done;
  private String problem;

  /**
   * @param act answers what to say afterwards, or null where the page shows it
   */
  protected final void doing(Supplier<String> act) {
    try {
      done = act.get();
    } catch (Problem e) {
      problem = Words.refusal(e);
    }
  }

  /** Whether the last act was refused. */
  protected final boolean refused() {
    return problem != null;
  }

  public String getDone() {
    return done;
  }

  public String getProblem() {
    return problem;
  }
}
