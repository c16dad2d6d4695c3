package org.openpriorauth.checks;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The checks on paper, for who files them.
 *
 * @param clinic whose checks, by name
 * @param at when they were looked at, in the clinic's zone
 * @param results as far as the one who asked may see them
 */
public record CheckReport(Kind kind, String clinic, ZonedDateTime at, List<Result> results) {
  /** How a report is ordered. */
  public enum Kind {
    /** What is bad first. */
    SECURITY,
    /** Safeguard by safeguard of the Security Rule. */
    HIPAA;

    /** For addresses and file names. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  public CheckReport {
    results = List.copyOf(results);
  }

  public long count(Status status) {
    return results.stream().filter(r -> r.status() == status).count();
  }

  /** Whether what all clinics share was looked at too. */
  public boolean ofInstallation() {
    return results.stream().anyMatch(r -> r.topic().ofInstallation());
  }
}
