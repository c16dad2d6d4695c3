package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.openpriorauth.checks.model.StaffRepository.Account;
import org.openpriorauth.kernel.Caller;

/** Who signs in with a password alone. */
@ApplicationScoped
public class SecondFactorsCheck implements Check {
  /** Who changes what others may do, or watches over it. */
  private static final Set<String> POWERFUL =
      Set.of("admin", "security_officer", "operator", "platform_admin");

  private static final String ADVICE =
      "Ask them to set one up (My account), or make it a rule for their roles: the setting"
          + " sign-in.second-factor-roles.";

  @Inject ClinicFacts facts;

  @Override
  public Topic topic() {
    return Topic.SECOND_FACTORS;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(facts.accounts(caller));
  }

  static Finding judge(List<Account> accounts) {
    List<Account> without = accounts.stream().filter(a -> !a.secondFactor()).toList();
    if (without.isEmpty()) {
      return Finding.pass("Everybody has a second factor.");
    }
    List<String> powerful =
        names(without.stream().filter(a -> POWERFUL.contains(a.role())).toList());
    if (!powerful.isEmpty()) {
      return Finding.fail(
          without.size()
              + " have no second factor, among them people who run or watch the system: "
              + Finding.some(powerful)
              + ".",
          ADVICE);
    }
    return Finding.warn("Without a second factor: " + Finding.some(names(without)) + ".", ADVICE);
  }

  private static List<String> names(List<Account> accounts) {
    return accounts.stream().map(Account::fullName).toList();
  }
}
