package org.openpriorauth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("security")
class PasswordRulesTest {
  private static final List<String> KNOWN =
      List.of("ada", "ada@example.org", "Ada Moreno", "OpenPriorAuth");

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @CsvSource({
    "elevenchars, short",
    "password1234, guessable",
    "P@ssw0rd1234, guessable",
    "qwertyuiop12, guessable",
    "aaaaaaaaaaaaaaaa, guessable",
    "ada@example.org, guessable",
    "OpenPriorAuth, guessable",
    "openpriorauth1, guessable"
  })
  void whatAGuesserTriesFirstIsRefused(String password, String fault) {
    assertThat(rules.fault(password, KNOWN)).map(PasswordRules.Fault::fault).hasValue(fault);
  }

  @ParameterizedTest
  @CsvSource({"tin walrus orbit ledger", "vK9$wq2!TzRb", "größenwahn über türkis"})
  void whatIsHardToGuessIsTaken(String password) {
    assertThat(rules.fault(password, KNOWN)).isEmpty();
  }

  @Test
  void aPersonsOwnWordsCountForLittle() {
    assertThat(rules.fault("adamoreno2026", KNOWN)).isPresent();
  }

  @Test
  void lengthHasAnEnd() {
    String long200 = "tin walrus orbit ledger ".repeat(9).substring(0, 200);
    assertThat(rules.fault(long200, KNOWN)).isEmpty();
    assertThat(rules.fault(long200 + "x", KNOWN)).map(PasswordRules.Fault::fault).hasValue("long");
  }

  @Test
  void twelveLettersMeansTwelveThatAPersonSees() {
    assertThat(rules.fault("🦭🦭🦭🦭🦭🦭", KNOWN))
        .map(PasswordRules.Fault::fault)
        .hasValue("short");
  }
}
