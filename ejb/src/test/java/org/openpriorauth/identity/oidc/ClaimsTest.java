package org.openpriorauth.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openpriorauth.identity.IdentityProvider.Shown;

class ClaimsTest {
  @Test
  void groupsStandWhereTheSiteSays() {
    SignOnSettings settings = settings("realm_access.roles", "otp");
    Shown shown = shown(Map.of("realm_access", Map.of("roles", List.of("a", "b"))), settings);
    assertThat(shown.groups()).containsExactly("a", "b");
    assertThat(shown(Map.of("realm_access", "a"), settings).groups()).isEmpty();
    assertThat(shown(Map.of("groups", "alone"), settings("groups", "otp")).groups())
        .containsExactly("alone");
  }

  @Test
  void silenceAboutGroupsIsToldFromAWordAboutThem() {
    SignOnSettings settings = settings("groups", "otp");
    assertThat(new Claims(Map.of("groups", List.of()), settings).sayGroups()).isTrue();
    assertThat(new Claims(Map.of(), settings).sayGroups()).isFalse();
    assertThat(new Claims(Map.of(), settings).groupsElsewhere()).isFalse();
    Map<String, Object> tooMany = Map.of("_claim_names", Map.of("groups", "src1"));
    assertThat(new Claims(tooMany, settings).groupsElsewhere()).isTrue();
  }

  @Test
  void aSecondFactorIsWhatTheSiteCallsOne() {
    SignOnSettings settings = settings("groups", "mfa, otp");
    assertThat(shown(Map.of("amr", List.of("pwd", "otp")), settings).factor()).isTrue();
    assertThat(shown(Map.of("acr", "mfa"), settings).factor()).isTrue();
    assertThat(shown(Map.of("amr", List.of("pwd")), settings).factor()).isFalse();
    assertThat(shown(Map.of(), settings).factor()).isFalse();
    assertThat(shown(Map.of(), settings("groups", "always")).factor()).isTrue();
  }

  @Test
  void wordsOfAnotherSystemAreCutToWhatFits() {
    SignOnSettings settings = settings("groups", "otp");
    Shown shown =
        shown(Map.of("name", "Ni\u202ena\u0000 " + "x".repeat(300), "email", " "), settings);
    assertThat(shown.fullName()).startsWith("Nina x").hasSize(200);
    assertThat(shown.email()).isNull();
    assertThat(shown(Map.of("name", 7), settings).fullName()).isNull();
  }

  @Test
  void anAddressIsVerifiedOnlyIfItIsSaid() {
    SignOnSettings settings = settings("groups", "otp");
    assertThat(shown(Map.of("email_verified", true), settings).emailVerified()).isTrue();
    assertThat(shown(Map.of("email_verified", "true"), settings).emailVerified()).isTrue();
    assertThat(shown(Map.of("email_verified", 1), settings).emailVerified()).isFalse();
    assertThat(shown(Map.of(), settings).emailVerified()).isFalse();
  }

  private static Shown shown(Map<String, Object> claims, SignOnSettings settings) {
    return new Claims(claims, settings).shown("https://issuer", "subject", Instant.EPOCH);
  }

  private static SignOnSettings settings(String groups, String factor) {
    SignOnSettings settings = new SignOnSettings();
    settings.groupsClaim = groups;
    settings.factor = factor;
    return settings;
  }
}
