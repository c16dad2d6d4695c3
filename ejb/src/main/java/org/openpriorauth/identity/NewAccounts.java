package org.openpriorauth.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.Problem;

/** What an account must be before there is one. */
@ApplicationScoped
class NewAccounts {
  /** What mail programs take; the proof of an address is that its owner reads the mail. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  /** Leaves room for a number behind a name that is taken. */
  private static final int MOST_LETTERS = 36;

  @Inject PasswordRules rules;

  /**
   * @throws Problem INVALID at {@code /email}
   */
  void checkAddress(String email) {
    if (!ADDRESS.matcher(email).matches()) {
      throw Problem.invalid("/email", "address", "This is not an e-mail address.");
    }
  }

  /**
   * A user name for somebody who chose none: what another system calls the person, or what the
   * address begins with, in the letters that are taken here.
   */
  String username(String elsewhere, String email) {
    String name = plain(elsewhere == null ? "" : elsewhere);
    return USERNAME.matcher(name).matches() ? name : padded(plain(email));
  }

  private static String plain(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
    String taken = letters.replaceAll("[^a-z0-9._-]", "").replaceFirst("^[._-]+", "");
    return taken.substring(0, Math.min(taken.length(), MOST_LETTERS));
  }

  private static String padded(String name) {
    return name.length() < 2 ? "user" + name : name;
  }

  /**
   * @param clinic its name, which a guesser of passwords tries
   * @throws Problem INVALID at {@code /username}, {@code /full_name} or {@code /password}
   */
  void check(User.Person person, String password, String clinic) {
    if (!USERNAME.matcher(person.username()).matches()) {
      throw Problem.invalid(
          "/username",
          "form",
          "A user name has 2 to 40 small letters, digits, dots, dashes and underscores.");
    }
    if (person.fullName().isBlank()) {
      throw Problem.invalid("/full_name", "not_blank", "Say your name.");
    }
    List<String> known = List.of(person.username(), person.fullName(), person.email(), clinic);
    rules
        .fault(password, known)
        .ifPresent(
            fault -> {
              throw Problem.invalid("/password", fault.fault(), fault.detail());
            });
  }
}
