package org.openpriorauth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.vault.VaultStandIn;

/** The ring on one node and on two, from a file and from the table. */
@Tag("security")
class KeyRingTest {
  private static final Caller MACHINE = Caller.machine("test", "operations:change");
  private static final String PLACE = "patient.identity";

  @TempDir Path directory;
  private final UUID row = UUID.randomUUID();
  private final TableInMemory table = new TableInMemory();
  private VaultStandIn vault;

  @BeforeEach
  void start() throws IOException {
    vault = new VaultStandIn();
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  @Test
  void aFileAloneIsARing() throws IOException {
    Installation node = new Installation(table, KeyFiles.random(directory, "k1", "k2"));
    byte[] sealed = node.cipher.seal(PLACE, row, new byte[] {7});
    assertThat(sealed).startsWith(FieldCipher.head("k2"));
    assertThat(node.cipher.open(PLACE, row, sealed)).containsExactly(7);
    assertThat(table.data()).isEmpty();
  }

  @Test
  void withoutAFileTheFirstStartMakesItsKeysAndEveryNodeFindsThem() {
    Installation one = vaultNode("production");
    Installation two = vaultNode("production");
    byte[] sealed = one.cipher.seal(PLACE, row, new byte[] {7});
    assertThat(two.cipher.open(PLACE, row, sealed)).containsExactly(7);
    ClinicId clinic = new ClinicId(row);
    assertThat(two.cipher.index(clinic, "patient.mrn", "7"))
        .isEqualTo(one.cipher.index(clinic, "patient.mrn", "7"));
    assertThat(table.data()).hasSize(1);
    assertThat(one.audited).extracting(line -> line.action()).containsExactly("key.add", "key.add");
    assertThat(two.audited).isEmpty();
  }

  @Test
  void whereSomethingIsSealedNoNewRingIsBegun() {
    table.sealed = true;
    assertThatThrownBy(() -> vaultNode("production").ring.current())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("openpriorauth.keys.file");
    assertThat(table.data()).isEmpty();
  }

  @Test
  void withNeitherFileNorProviderNothingStarts() {
    KeyFile none = Installation.keyFile(null);
    Installation node =
        new Installation(table, none, "production", Installation.fileWrapping(none));
    assertThatThrownBy(node.ring::current)
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("openpriorauth.keys.file");
  }

  @Test
  void inAnotherEnvironmentTheSameMasterKeyOpensNothing() {
    vaultNode("production").ring.current();
    assertThatThrownBy(() -> vaultNode("test").ring.current())
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("openpriorauth.keys.environment");
  }

  @Test
  void withAnotherFileADumpsKeysDoNotOpen() throws IOException {
    Installation here = new Installation(table, KeyFiles.random(directory, "k1"));
    here.rotation.begin(MACHINE, true);
    Installation thief = new Installation(table, KeyFiles.random(directory, "k1"));
    assertThatThrownBy(thief.ring::current).isInstanceOf(MasterKeyException.class);
  }

  @Test
  void aNewKeyIsKnownEverywhereBeforeItSeals() throws IOException {
    Path file = KeyFiles.random(directory, "k1");
    Installation one = new Installation(table, file);
    Installation two = new Installation(table, file);
    two.ring.current();
    one.rotation.begin(MACHINE, true);
    assertThat(one.ring.current()).isEqualTo("k1");
    two.later(Duration.ofSeconds(61));
    assertThat(two.ring.current()).isEqualTo("k1");
    // The moment is the same on both, and it takes no further reading.
    table.down = true;
    one.later(Duration.ofMinutes(2));
    two.later(Duration.ofSeconds(59));
    assertThat(one.ring.current()).isNotEqualTo("k1").isEqualTo(two.ring.current());
  }

  @Test
  void aNodeThatMissedANewKeyReadsItWhenItMeetsIt() throws IOException {
    Path file = KeyFiles.random(directory, "k1");
    Installation one = new Installation(table, file);
    Installation two = new Installation(table, file);
    two.ring.current();
    one.rotation.begin(MACHINE, true);
    one.later(Duration.ofMinutes(2));
    byte[] sealed = one.cipher.seal(PLACE, row, new byte[] {7});
    assertThat(sealed).startsWith(FieldCipher.head(table.data().get(1).id()));
    assertThat(two.cipher.open(PLACE, row, sealed)).containsExactly(7);
  }

  @Test
  void theRingIsReadOnceAMinuteAndEachKeyUnwrappedOnce() throws IOException {
    Installation node = vaultNode("production");
    node.ring.current();
    vault.close();
    int before = table.readings;
    for (int i = 0; i < 100; i++) {
      node.cipher.seal(PLACE, row, new byte[] {7});
    }
    assertThat(table.readings).isEqualTo(before);
    node.later(Duration.ofSeconds(60));
    node.ring.current();
    node.ring.current();
    assertThat(table.readings).isEqualTo(before + 1);
  }

  @Test
  void whileTheDatabaseOrVaultIsAwayTheKeysInHandGoOn() {
    Installation node = vaultNode("production");
    byte[] sealed = node.cipher.seal(PLACE, row, new byte[] {7});
    table.down = true;
    node.later(Duration.ofHours(1));
    assertThat(node.cipher.open(PLACE, row, sealed)).containsExactly(7);
  }

  private Installation vaultNode(String environment) {
    return new Installation(table, Installation.keyFile(null), environment, vault.wrapping());
  }
}
