package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Caller;

/** Whether the site's settings made sign-in and sessions weaker than they come. */
@ApplicationScoped
public class SignInRulesCheck implements Check {
  private static final int LONGEST_IDLE = 30;
  private static final int MOST_ATTEMPTS = 10;

  @Inject
  @ConfigProperty(name = "openpriorauth.session.idle-minutes")
  int idleMinutes;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.attempts")
  int attempts;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.training-required")
  boolean training;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.second-factor-roles")
  List<String> roles;

  @Override
  public Topic topic() {
    return Topic.SIGN_IN_RULES;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(idleMinutes, attempts, training, Set.copyOf(roles));
  }

  static Finding judge(int idleMinutes, int attempts, boolean training, Set<String> roles) {
    List<String> weak = new ArrayList<>();
    if (idleMinutes > LONGEST_IDLE) {
      weak.add("a screen stays signed in for " + idleMinutes + " minutes without a click");
    }
    if (attempts > MOST_ATTEMPTS) {
      weak.add(attempts + " wrong passwords are taken before an account rests");
    }
    if (!training) {
      weak.add("patient data is open to who has no training noted");
    }
    if (!roles.containsAll(Set.of("admin", "platform_admin"))) {
      weak.add("administrators need no second factor");
    }
    return weak.isEmpty()
        ? Finding.pass(
            "Screens end after %d minutes without a click; accounts rest after %d wrong passwords."
                .formatted(idleMinutes, attempts))
        : Finding.warn(
            "Weaker than it comes: " + String.join("; ", weak) + ".",
            "Take the settings openpriorauth.session.* and openpriorauth.sign-in.* back, or note"
                + " why they are so.");
  }
}
