package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.openpriorauth.checks.model.StaffRepository.Account;
import org.openpriorauth.kernel.Caller;

/**
 * Passwords that nobody chose: a demonstration's people, and whoever else was written into the
 * database with a ready hash, share one.
 */
@ApplicationScoped
public class DefaultPasswordsCheck implements Check {
  @Inject ClinicFacts facts;

  @Override
  public Topic topic() {
    return Topic.DEFAULT_PASSWORDS;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(facts.accounts(caller));
  }

  static Finding judge(List<Account> accounts) {
    List<String> copied =
        accounts.stream().filter(Account::copiedPassword).map(Account::fullName).toList();
    return copied.isEmpty()
        ? Finding.pass("Every password was chosen by its person.")
        : Finding.fail(
            "A password that came with the demonstration, or was copied, is in use: "
                + Finding.some(copied)
                + ".",
            "Let each of them choose a password of their own (My account), or end the membership.");
  }
}
