package org.openpriorauth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.keys.KeyWrapping.Purpose;
import org.openpriorauth.keys.kms.KmsStandIn;
import org.openpriorauth.keys.vault.VaultStandIn;

/** What every master key promises, whoever keeps it. */
@Tag("security")
@Tag("hipaa")
class KeyWrappingTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Purpose PURPOSE = new Purpose("production", "data", "k1");

  @TempDir Path directory;
  private VaultStandIn vault;
  private KmsStandIn kms;

  @BeforeEach
  void start() throws IOException {
    vault = new VaultStandIn();
    kms = new KmsStandIn();
  }

  @AfterEach
  void stop() {
    vault.close();
    kms.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "vault", "kms"})
  void whatItWrappedItOpens(String provider) throws IOException {
    KeyWrapping wrapping = wrapping(provider);
    assertThat(wrapping.provider()).isEqualTo(provider);
    byte[] wrapped = wrapping.wrap(KEY, PURPOSE);
    assertThat(wrapping.unwrap(wrapping.master(), wrapped, PURPOSE)).isEqualTo(KEY);
    assertThat(new String(wrapped, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(KEY, StandardCharsets.ISO_8859_1));
    assertThat(wrapping.wrap(KEY, PURPOSE)).isNotEqualTo(wrapped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "vault", "kms"})
  void itOpensForTheSamePurposeOnly(String provider) throws IOException {
    KeyWrapping wrapping = wrapping(provider);
    byte[] wrapped = wrapping.wrap(KEY, PURPOSE);
    for (Purpose other :
        new Purpose[] {
          new Purpose("test", "data", "k1"),
          new Purpose("production", "index", "k1"),
          new Purpose("production", "data", "k2"),
          new Purpose("production/data", "k1", "")
        }) {
      assertThatThrownBy(() -> wrapping.unwrap(wrapping.master(), wrapped, other))
          .as(other.toString())
          .isInstanceOf(MasterKeyException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "vault", "kms"})
  void noByteCanBeChangedAndNothingCutOff(String provider) throws IOException {
    KeyWrapping wrapping = wrapping(provider);
    byte[] wrapped = wrapping.wrap(KEY, PURPOSE);
    for (int i = 0; i < wrapped.length; i += 5) {
      byte[] changed = wrapped.clone();
      // Another letter, for what is written in letters.
      changed[i] = (byte) (changed[i] == 'B' ? 'C' : 'B');
      assertThatThrownBy(() -> wrapping.unwrap(wrapping.master(), changed, PURPOSE))
          .as("byte " + i)
          .isInstanceOf(MasterKeyException.class);
    }
    byte[] cut = java.util.Arrays.copyOf(wrapped, wrapped.length / 2);
    assertThatThrownBy(() -> wrapping.unwrap(wrapping.master(), cut, PURPOSE))
        .isInstanceOf(MasterKeyException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "vault", "kms"})
  void anotherMasterKeyDoesNotOpenIt(String provider) throws IOException {
    byte[] wrapped = wrapping(provider).wrap(KEY, PURPOSE);
    stop();
    start();
    KeyWrapping other = wrapping(provider);
    assertThatThrownBy(() -> other.unwrap(other.master(), wrapped, PURPOSE))
        .isInstanceOf(MasterKeyException.class)
        .hasMessageNotContaining(new String(KEY, StandardCharsets.US_ASCII));
  }

  /** A new one of the kind each time, with a key of its own. */
  private KeyWrapping wrapping(String provider) throws IOException {
    return switch (provider) {
      case "vault" -> vault.wrapping();
      case "kms" -> kms.wrapping();
      default -> {
        Path file = KeyFiles.random(directory, "k1");
        yield Installation.fileWrapping(Installation.keyFile(file));
      }
    };
  }
}
