package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.submission.model.SubmissionRepository;

/** Has payers asked who have been silent for a while: notifications come late, or not at all. */
@Stateless
public class PollService {
  private static final int MOST = 500;

  @Inject SubmissionRepository submissions;
  @Inject WorkQueue work;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.payer.poll-after-minutes")
  long afterMinutes;

  /** Answers how many will be asked; 500 means that there may be more. */
  @Requires("operations:change")
  public int ask(Caller caller) {
    Instant now = clock.instant();
    List<UUID> waiting =
        submissions.takeWaiting(
            caller.clinic(), now.minus(Duration.ofMinutes(afterMinutes)), now, MOST);
    waiting.forEach(id -> work.add(caller.clinic(), "inquiry", id));
    return waiting.size();
  }
}
