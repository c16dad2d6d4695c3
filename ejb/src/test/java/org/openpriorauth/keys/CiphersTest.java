package org.openpriorauth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.kernel.ClinicId;

@Tag("security")
@Tag("hipaa")
class CiphersTest {
  private static final String KEY_A = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String KEY_B = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

  @TempDir Path directory;
  private final UUID row = UUID.randomUUID();
  private FieldCipher fields;
  private ContentCipher contents;

  @BeforeEach
  void aRingWithOneKey() throws IOException {
    fields = cipher("current=k1\nkey.k1=" + KEY_A + "\nindex=" + KEY_B + "\n");
    contents = new ContentCipher();
    contents.fields = fields;
  }

  @Test
  void aSealedValueOpensInItsPlaceOnly() {
    byte[] sealed = fields.seal("patient.identity", row, bytes("Jane"));
    assertThat(fields.open("patient.identity", row, sealed)).isEqualTo(bytes("Jane"));
    assertThatThrownBy(() -> fields.open("patient.identity", UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> fields.open("coverage.identity", row, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void noByteOfASealedValueCanBeChanged() {
    byte[] sealed = fields.seal("patient.identity", row, bytes("Jane"));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> fields.open("patient.identity", row, changed))
          .as("byte " + i)
          .isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void equalValuesLookDifferentEachTime() {
    assertThat(fields.seal("p.i", row, bytes("Jane")))
        .isNotEqualTo(fields.seal("p.i", row, bytes("Jane")));
  }

  @Test
  void afterRotationTheOldKeyStillOpens() throws IOException {
    byte[] sealed = fields.seal("p.i", row, bytes("Jane"));
    FieldCipher rotated =
        cipher("current=k2\nkey.k1=" + KEY_A + "\nkey.k2=" + KEY_B + "\nindex=" + KEY_B + "\n");
    assertThat(rotated.open("p.i", row, sealed)).isEqualTo(bytes("Jane"));
    assertThat(new String(rotated.seal("p.i", row, bytes("x")), StandardCharsets.ISO_8859_1))
        .contains("k2");
  }

  @Test
  void indexesOfTwoClinicsHaveNothingInCommon() {
    ClinicId one = new ClinicId(UUID.randomUUID());
    ClinicId two = new ClinicId(UUID.randomUUID());
    assertThat(fields.index(one, "patient.mrn", "7"))
        .isEqualTo(fields.index(one, "patient.mrn", "7"));
    assertThat(fields.index(one, "patient.mrn", "7"))
        .isNotEqualTo(fields.index(two, "patient.mrn", "7"))
        .isNotEqualTo(fields.index(one, "coverage.member_id", "7"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void contentsOfAnyLengthComeBack(int length) {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);
    ContentCipher.Sealed sealed = contents.seal(row, plain);
    assertThat(contents.open(row, sealed.key(), sealed.content())).isEqualTo(plain);
  }

  @Test
  void segmentsCanBeNeitherCutOffNorSwapped() {
    byte[] plain = new byte[3 * 65_536];
    new Random(1).nextBytes(plain);
    ContentCipher.Sealed sealed = contents.seal(row, plain);
    int segment = 65_536 + 16;
    byte[] cut = Arrays.copyOf(sealed.content(), 7 + 2 * segment);
    assertThatThrownBy(() -> contents.open(row, sealed.key(), cut))
        .isInstanceOf(IllegalStateException.class);
    byte[] swapped = sealed.content().clone();
    System.arraycopy(sealed.content(), 7, swapped, 7 + segment, segment);
    System.arraycopy(sealed.content(), 7 + segment, swapped, 7, segment);
    assertThatThrownBy(() -> contents.open(row, sealed.key(), swapped))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> contents.open(UUID.randomUUID(), sealed.key(), sealed.content()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRingWithoutItsCurrentKeyOrWithAShortOneDoesNotLoad() {
    assertThatThrownBy(() -> cipher("current=k9\nkey.k1=" + KEY_A + "\nindex=" + KEY_B))
        .hasMessageContaining("current");
    assertThatThrownBy(() -> cipher("current=k1\nkey.k1=YWJj\nindex=" + KEY_B))
        .hasMessageContaining("32 bytes");
  }

  private FieldCipher cipher(String ringFile) throws IOException {
    Path file = Files.writeString(directory.resolve(UUID.randomUUID() + ".properties"), ringFile);
    KeyRing ring = new Installation(new TableInMemory(), file).ring;
    ring.current();
    FieldCipher cipher = new FieldCipher();
    cipher.ring = ring;
    return cipher;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
