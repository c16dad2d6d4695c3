package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.openpriorauth.checks.model.StaffRepository.Account;
import org.openpriorauth.kernel.Caller;

/** Whose training in handling patient data is not noted, or over. */
@ApplicationScoped
public class TrainingCheck implements Check {
  @Inject ClinicFacts facts;
  @Inject Clock clock;

  @Override
  public Topic topic() {
    return Topic.TRAINING;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(facts.accounts(caller), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  static Finding judge(List<Account> accounts, LocalDate today) {
    List<String> untrained =
        accounts.stream()
            .filter(a -> a.trainedUntil() == null || a.trainedUntil().isBefore(today))
            .map(Account::fullName)
            .toList();
    return untrained.isEmpty()
        ? Finding.pass("Everybody's training is noted.")
        : Finding.warn(
            "No training noted, or one that is over: " + Finding.some(untrained) + ".",
            "Train them and note it (People), or end the membership.");
  }
}
