package org.openpriorauth.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.keys.KeyWrapping.Purpose;
import org.openpriorauth.keys.MasterKeyException;

@Tag("security")
class VaultWrappingTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Purpose PURPOSE = new Purpose("test", "data", "k1");

  @TempDir Path directory;
  private VaultStandIn vault;
  private VaultWrapping wrapping;

  @BeforeEach
  void start() throws IOException {
    vault = new VaultStandIn();
    wrapping = vault.wrapping();
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Test
  void versionsOfTheMasterKeyAreVaultsAffair() {
    byte[] first = wrapping.wrap(KEY, PURPOSE);
    vault.rotate();
    byte[] second = wrapping.wrap(KEY, PURPOSE);
    assertThat(new String(first, StandardCharsets.US_ASCII)).startsWith("vault:v1:");
    assertThat(new String(second, StandardCharsets.US_ASCII)).startsWith("vault:v2:");
    assertThat(wrapping.unwrap(wrapping.master(), first, PURPOSE)).isEqualTo(KEY);
    vault.openOnlyTheLatest();
    assertThat(wrapping.unwrap(wrapping.master(), second, PURPOSE)).isEqualTo(KEY);
    assertThatThrownBy(() -> wrapping.unwrap(wrapping.master(), first, PURPOSE))
        .isInstanceOf(MasterKeyException.class);
  }

  @Test
  void aMomentOfSealingIsWaitedForAndALongOneIsSaid() {
    vault.seal(2);
    byte[] wrapped = wrapping.wrap(KEY, PURPOSE);
    assertThat(vault.requests).hasValue(3);
    vault.seal(3);
    assertThatThrownBy(() -> wrapping.unwrap(wrapping.master(), wrapped, PURPOSE))
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("sealed");
  }

  @Test
  void aRefusedTokenIsNotTriedAgainAndNamesItsSettingNotItself() {
    wrapping.token = Optional.of("hvs.another");
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("openpriorauth.keys.vault.token")
        .hasMessageNotContaining("hvs.another");
    assertThat(vault.requests).hasValue(1);
  }

  @Test
  void theTokensFileIsReadAnewBecauseVaultsAgentRenewsIt() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "hvs.old\n");
    wrapping.token = Optional.empty();
    wrapping.tokenFile = Optional.of(file.toString());
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE)).hasMessageContaining("does not allow");
    Files.writeString(file, VaultStandIn.TOKEN + "\n");
    assertThat(wrapping.wrap(KEY, PURPOSE)).isNotEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    wrapping.url = Optional.empty();
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("openpriorauth.keys.vault.url is not set");
    wrapping.url = Optional.of("http://vault.example.org");
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE)).hasMessageContaining("https://");
    wrapping.url = Optional.of("http://127.0.0.1:1");
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("openpriorauth.keys.vault.url does not answer");
    wrapping.token = Optional.empty();
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("openpriorauth.keys.vault.token");
  }

  @Test
  void aWrongMountAndAWrongKeyAreToldApart() {
    wrapping.mount = "elsewhere";
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE)).hasMessageContaining("no engine");
    wrapping.mount = "pa/transit";
    wrapping.key = "another";
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE)).hasMessageContaining("no key");
  }
}
