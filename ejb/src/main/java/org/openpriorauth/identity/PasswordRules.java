package org.openpriorauth.identity;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a password must be: long, and not easy to guess. No rule about kinds of characters and no
 * forced change (NIST SP 800-63B 5.1.1.2). Guessing is weighed by zxcvbn, which knows the thirty
 * thousand most used passwords of published breaches, names, words, keyboard walks, dates, and what
 * we tell it of the person.
 */
@ApplicationScoped
public class PasswordRules {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  /** Weighing takes longer with each character; a password this long is not weak by its end. */
  private static final int WEIGHED = 64;

  /** Of 0 to 4: withstands guessing at ten thousand tries a second for years. */
  private static final int STRONG_ENOUGH = 3;

  private final Zxcvbn guessing = new Zxcvbn();

  /**
   * @param fault a word for programs
   * @param detail a sentence for people
   */
  public record Fault(String fault, String detail) {}

  /**
   * @param known names and addresses of the person and the clinic, which a guesser tries first
   * @return what is wrong with it, or nothing
   */
  public Optional<Fault> fault(String password, List<String> known) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return fault("short", "A password has at least " + SHORTEST + " characters.");
    }
    if (password.length() > LONGEST) {
      return fault("long", "A password has at most " + LONGEST + " characters.");
    }
    String start = password.substring(0, Math.min(WEIGHED, password.length()));
    List<String> words = known.stream().flatMap(PasswordRules::words).toList();
    Strength strength = guessing.measure(start, words);
    return strength.getScore() < STRONG_ENOUGH
        ? fault(
            "guessable",
            "This password is easy to guess or was found in a breach: take three or four words that"
                + " have nothing to do with each other, or with you.")
        : Optional.empty();
  }

  /** "Ada Moreno" is also ada, moreno and adamoreno. */
  private static Stream<String> words(String known) {
    String lower = known.toLowerCase(Locale.ROOT);
    String[] parts = lower.split("[^\\p{L}\\p{N}]+");
    return Stream.concat(Stream.of(lower, String.join("", parts)), Stream.of(parts));
  }

  private static Optional<Fault> fault(String fault, String detail) {
    return Optional.of(new Fault(fault, detail));
  }
}
