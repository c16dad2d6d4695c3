package org.openpriorauth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignOnAttemptTest {
  @Test
  void whatIsShownOnTheWayTellsNothingOfWhatIsKept() {
    SignOnAttempt attempt = SignOnAttempt.fresh();
    assertThat(attempt.state()).hasSize(43).isNotEqualTo(attempt.nonce());
    assertThat(attempt.verifier()).hasSize(43).isNotIn(attempt.state(), attempt.nonce());
    assertThat(attempt.secret()).isNotIn(attempt.state(), attempt.nonce(), attempt.verifier());
  }

  @Test
  void onlyItsOwnStateBelongsToIt() {
    SignOnAttempt attempt = SignOnAttempt.fresh();
    assertThat(new SignOnAttempt(attempt.secret()).began(attempt.state())).isTrue();
    assertThat(attempt.began(SignOnAttempt.fresh().state())).isFalse();
    assertThat(attempt.began(null)).isFalse();
    assertThat(attempt.began("")).isFalse();
  }
}
