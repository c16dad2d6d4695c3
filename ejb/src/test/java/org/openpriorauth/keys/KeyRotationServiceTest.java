package org.openpriorauth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.kms.KmsStandIn;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;
import org.openpriorauth.keys.vault.VaultStandIn;

@Tag("security")
class KeyRotationServiceTest {
  private static final Caller MACHINE = Caller.machine("test", "operations:change");
  private static final String PLACE = "patient.identity";
  private static final Instant BEGIN = Installation.BEGIN;
  private static final Duration DAYS_89 = Duration.ofDays(89);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;
  private final UUID row = UUID.randomUUID();
  private final TableInMemory table = new TableInMemory();
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

  @Test
  void theFilesKeysAreNotedAndNinetyDaysLaterAnotherSeals() throws IOException {
    Installation node = new Installation(table, KeyFiles.random(directory, "k0", "k1"));
    assertThat(node.rotation.due(MACHINE)).isTrue();
    // k0 may still seal something, so there is a walk, and then it is retired.
    assertThat(node.rotation.begin(MACHINE, false)).isTrue();
    assertThat(ids()).containsExactlyInAnyOrder("k0", "k1");
    assertThat(node.ring.current()).isEqualTo("k1");
    node.rotation.end(MACHINE, Set.of("k1"));
    assertThat(node.rotation.due(MACHINE)).isFalse();
    node.later(DAYS_89);
    assertThat(node.rotation.due(MACHINE)).isFalse();
    assertThat(node.rotation.begin(MACHINE, false)).isFalse();
    node.later(DAY);
    assertThat(node.rotation.due(MACHINE)).isTrue();
    assertThat(node.rotation.begin(MACHINE, false)).isTrue();
    assertThat(node.ring.current()).isEqualTo("k1");
    assertThat(node.rotation.untilCurrent(MACHINE)).isEqualTo(Duration.ofMinutes(3));
    node.later(Duration.ofMinutes(3));
    assertThat(node.rotation.untilCurrent(MACHINE)).isZero();
    assertThat(ids()).hasSize(3).contains(node.ring.current());
    assertThat(node.ring.current()).startsWith("k2027");
  }

  @Test
  void aRotationThatWasCutOffIsDueAgainAndMakesNoFurtherKey() throws IOException {
    Installation node = new Installation(table, KeyFiles.random(directory, "k1"));
    node.rotation.begin(MACHINE, true);
    assertThat(ids()).hasSize(2);
    assertThat(node.rotation.due(MACHINE)).isTrue();
    assertThat(node.rotation.begin(MACHINE, false)).isTrue();
    assertThat(ids()).hasSize(2);
    node.rotation.end(MACHINE, Set.of("k1"));
    assertThat(node.rotation.due(MACHINE)).as("k1 is in use").isTrue();
    node.rotation.end(MACHINE, Set.of());
    assertThat(node.rotation.due(MACHINE)).isFalse();
    assertThat(table.data()).filteredOn(key -> key.retiredAt() != null).hasSize(1);
  }

  @Test
  void zeroDaysMeanEveryRun() throws IOException {
    Installation node = new Installation(table, KeyFiles.random(directory, "k1"));
    node.rotation.rotateAfterDays = 0;
    node.rotation.begin(MACHINE, false);
    assertThat(ids()).hasSize(2);
  }

  @Test
  void ofTwoNodesThatRotateAtOnceOneMakesTheKey() throws IOException {
    Path file = KeyFiles.random(directory, "k1");
    Installation one = new Installation(table, file);
    one.rotation.begin(MACHINE, true);
    // The other one looked before, when k1 was the newest.
    KeyRecord late = new KeyRecord();
    late.table = table;
    late.add(MACHINE, List.of(one.rotation.maker.dataKey(BEGIN, BEGIN)), "k1");
    assertThat(ids()).hasSize(2);
  }

  @Test
  void anInstallationMovesFromItsFileToVaultAndOnToKms() throws IOException {
    Path path = KeyFiles.random(directory, "k1");
    Installation before = new Installation(table, path);
    byte[] sealed = before.cipher.seal(PLACE, row, new byte[] {7});
    ClinicId clinic = new ClinicId(row);
    byte[] index = before.cipher.index(clinic, "patient.mrn", "7");
    before.rotation.begin(MACHINE, true);
    KeyFile file = Installation.keyFile(path);
    KeyWrapping fromFile = Installation.fileWrapping(file);
    new Installation(table, file, "test", vault.wrapping(), fromFile)
        .rotation.begin(MACHINE, false);
    assertThat(table.all())
        .extracting(WrappedKey::wrappedBy)
        .containsOnly("vault:pa/transit/openpriorauth");
    // The file may go now.
    KeyFile gone = Installation.keyFile(null);
    Installation inVault = new Installation(table, gone, "test", vault.wrapping());
    assertThat(inVault.cipher.open(PLACE, row, sealed)).containsExactly(7);
    assertThat(inVault.cipher.index(clinic, "patient.mrn", "7")).isEqualTo(index);
    new Installation(table, gone, "test", kms.wrapping(), vault.wrapping())
        .rotation.begin(MACHINE, false);
    vault.close();
    Installation inKms = new Installation(table, gone, "test", kms.wrapping());
    assertThat(inKms.cipher.open(PLACE, row, sealed)).containsExactly(7);
    assertThat(inKms.cipher.index(clinic, "patient.mrn", "7")).isEqualTo(index);
  }

  @Test
  void aRotationWrapsTheEarlierKeysAnewSoThatOldVersionsOfTheMasterKeyMayGo() {
    Installation node =
        new Installation(table, Installation.keyFile(null), "test", vault.wrapping());
    node.ring.current();
    vault.rotate();
    node.rotation.begin(MACHINE, true);
    assertThat(table.all())
        .hasSize(3)
        .allMatch(key -> new String(key.wrapped(), StandardCharsets.UTF_8).startsWith("vault:v2:"));
  }

  @Test
  void whenTheMasterKeyIsAwayNothingIsChanged() throws IOException {
    Installation node =
        new Installation(table, Installation.keyFile(null), "test", vault.wrapping());
    node.ring.current();
    List<String> before = ids();
    vault.close();
    assertThatThrownBy(() -> node.rotation.begin(MACHINE, true))
        .isInstanceOf(MasterKeyException.class);
    assertThat(ids()).isEqualTo(before);
  }

  @Test
  void aProviderThatWrapsAndDoesNotOpenIsNotReliedOn() throws IOException {
    KeyFile file = Installation.keyFile(KeyFiles.random(directory, "k1"));
    FileWrapping fromFile = Installation.fileWrapping(file);
    new Installation(table, file, "test", fromFile).rotation.begin(MACHINE, false);
    FileWrapping oneWay =
        new FileWrapping() {
          @Override
          public String provider() {
            return "vault";
          }

          @Override
          public byte[] unwrap(String master, byte[] wrapped, Purpose purpose) {
            throw new MasterKeyException("permission denied");
          }
        };
    oneWay.file = file;
    Installation moving = new Installation(table, file, "test", oneWay, fromFile);
    assertThatThrownBy(() -> moving.rotation.begin(MACHINE, false))
        .isInstanceOf(MasterKeyException.class);
    assertThat(table.all()).allMatch(key -> key.wrappedBy().equals("file:k1"));
  }

  @Test
  void theAuditTrailHasEachStepAndNoSecret() throws IOException {
    Installation node = new Installation(table, KeyFiles.random(directory, "k1"));
    node.rotation.begin(MACHINE, true);
    node.rotation.end(MACHINE, Set.of());
    assertThat(node.audited)
        .extracting(Audited::action)
        .containsExactly("key.add", "key.add", "key.rewrap", "key.add", "key.retire");
    assertThat(node.audited.get(4).detail())
        .containsEntry("retired", List.of("k1"))
        .containsEntry("still_used", List.of());
  }

  private List<String> ids() {
    return table.data().stream().map(WrappedKey::id).toList();
  }
}
