package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Caller;

/**
 * How old the last good backup is. The site's own script says so by touching a file when a backup
 * ended well; we make none and see none.
 */
@ApplicationScoped
public class BackupCheck implements Check {
  private static final String STAMP = "openpriorauth.backup.stamp";
  private static final String AGE = "openpriorauth.backup.age";

  /** So much may two machines' clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = STAMP)
  Optional<String> stamp;

  @Inject
  @ConfigProperty(name = AGE)
  String age;

  @Override
  public Topic topic() {
    return Topic.BACKUP;
  }

  @Override
  public Finding look(Caller caller) {
    if (stamp.isEmpty()) {
      return Finding.warn(
          "Nobody tells us when the last backup was made.",
          "Let the backup script touch a file after each good backup, and name it in "
              + STAMP
              + ".");
    }
    try {
      Duration limit = Duration.parse(age);
      Instant made = Files.getLastModifiedTime(Path.of(stamp.get())).toInstant();
      return judge(made, clock.instant(), limit);
    } catch (DateTimeException e) {
      return Finding.fail(AGE + " is no duration.", "Write it like PT26H, which is 26 hours.");
    } catch (IOException | InvalidPathException e) {
      return Finding.fail(
          "The file that dates the last backup cannot be read, so no backup may ever have ended.",
          "See whether the backup script runs, and whether " + STAMP + " names its file.");
    }
  }

  static Finding judge(Instant made, Instant now, Duration limit) {
    Duration since = Duration.between(made, now);
    if (since.negated().compareTo(AHEAD) > 0) {
      return Finding.warn(
          "The last backup is dated in the future, so we do not know how old it is.",
          "Set the clock of the machine that makes the backups.");
    }
    String found = "The last good backup is " + Math.max(0, since.toHours()) + " h old.";
    return since.compareTo(limit) <= 0
        ? Finding.pass(found)
        : Finding.fail(
            found + " It may be " + limit.toHours() + " h old.",
            "See why the backup script has not ended well since then.");
  }
}
