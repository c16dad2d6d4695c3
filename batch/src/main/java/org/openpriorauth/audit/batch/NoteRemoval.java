package org.openpriorauth.audit.batch;

import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.LongFunction;
import org.openpriorauth.audit.Inspection.Result;
import org.openpriorauth.audit.RemovalService.Range;

/**
 * Looks through what is due to go, and has it noted if it holds. Of a chain that does not hold
 * nothing goes: it may be needed to find out what happened.
 */
@Dependent
public class NoteRemoval {
  private static final Logger LOG = System.getLogger(NoteRemoval.class.getName());

  /**
   * @param look at a stretch of the chain, from the seal of that number
   * @param note that what is due goes
   */
  void of(Optional<Range> due, LongFunction<Result> look, Runnable note) {
    Long from = due.map(Range::first).orElse(null);
    while (from != null && from <= due.get().last()) {
      Result result = look.apply(from);
      if (!result.problems().isEmpty()) {
        LOG.log(
            Level.ERROR,
            "audit kept, for it does not hold chain={0} {1}",
            result.chain(),
            result.problems().get(0));
        return;
      }
      from = result.next();
    }
    if (due.isPresent()) {
      note.run();
    }
  }
}
