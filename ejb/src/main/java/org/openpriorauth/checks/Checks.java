package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import org.openpriorauth.kernel.Caller;

/** All checks that there are. */
@ApplicationScoped
public class Checks {
  @Inject @Any Instance<Check> all;
  @Inject Round round;
  @Inject Clock clock;

  /** Has the chosen ones look, in the order of their topics. */
  List<Result> look(Caller caller, Predicate<Topic> which, ThreadFactory threads) {
    List<Check> chosen =
        all.stream()
            .filter(check -> which.test(check.topic()))
            .sorted(Comparator.comparing(Check::topic))
            .toList();
    List<Finding> found = round.of(caller, chosen, threads);
    Instant now = clock.instant();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      results.add(new Result(chosen.get(i).topic(), found.get(i), now, null));
    }
    return results;
  }
}
