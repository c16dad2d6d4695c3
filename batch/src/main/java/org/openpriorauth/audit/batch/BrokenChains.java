package org.openpriorauth.audit.batch;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.openpriorauth.audit.Inspection.Result;

/**
 * What a run of the job found. A chain that does not hold never will again, so it must not keep the
 * job from looking at the others: it is logged and kept, and the last step fails.
 */
@Dependent
public class BrokenChains {
  private static final Logger LOG = System.getLogger(BrokenChains.class.getName());

  @Inject JobContext job;

  /**
   * @param look at a stretch of a chain, from the seal of that number
   * @return how many problems the whole chain has
   */
  int look(LongFunction<Result> look) {
    int problems = 0;
    Long from = 1L;
    while (from != null) {
      Result result = look.apply(from);
      problems += result.problems().size();
      if (!result.problems().isEmpty()) {
        LOG.log(
            Level.ERROR, "audit broken chain={0} {1}", result.chain(), result.problems().get(0));
        List<String> all = new ArrayList<>(found());
        all.add(result.chain());
        job.setTransientUserData(all);
      }
      from = result.next();
    }
    return problems;
  }

  @SuppressWarnings("unchecked")
  List<String> found() {
    Object found = job.getTransientUserData();
    return found == null ? List.of() : (List<String>) found;
  }
}
