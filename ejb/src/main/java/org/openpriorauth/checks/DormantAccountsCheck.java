package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.checks.model.StaffRepository.Account;
import org.openpriorauth.kernel.Caller;

/** Who could sign in and has not for long. */
@ApplicationScoped
public class DormantAccountsCheck implements Check {
  @Inject ClinicFacts facts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.checks.dormant-days")
  long dormantDays;

  @Override
  public Topic topic() {
    return Topic.DORMANT_ACCOUNTS;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(facts.accounts(caller), clock.instant(), dormantDays);
  }

  static Finding judge(List<Account> accounts, Instant now, long days) {
    Instant limit = now.minus(Duration.ofDays(days));
    List<String> dormant =
        accounts.stream()
            .filter(a -> a.joinedAt().isBefore(limit))
            .filter(a -> a.lastSeenAt() == null || a.lastSeenAt().isBefore(limit))
            .map(Account::fullName)
            .toList();
    return dormant.isEmpty()
        ? Finding.pass("Everybody was here within %d days.".formatted(days))
        : Finding.warn(
            "Not here for %d days: %s.".formatted(days, Finding.some(dormant)),
            "End the membership of who works here no more (People).");
  }
}
