package org.openpriorauth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.calibration.Certainty;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.extraction.model.ExtractionRepository.Verification;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.wire.json.Json;

/** What may be used before a person saw it. */
class ReadFieldTest {
  private static final UUID ID = new UUID(1, 1);

  private static ReadField field(Certainty certainty, String verdict) {
    Evidence place = new Evidence(ID, 1, 0, 6, List.of(), "M54.16");
    Field found =
        new Field("diagnosis.code", "d-1", "M54.16", null, "present", List.of(), place, 0.99);
    Verification said =
        verdict == null ? null : new Verification(ID, ID, "x", verdict, null, Instant.EPOCH, ID);
    return new ReadField(ID, found, certainty, said, null, null);
  }

  private static Certainty certain(double confidence) {
    return new Certainty(confidence, "2026-11", 412, 0.03);
  }

  @Test
  void onlyWhatIsCertainEnoughIsUsedUnseen() {
    assertThat(field(certain(0.95), null).usable(0.95)).isTrue();
    assertThat(field(certain(0.949), null).usable(0.95)).isFalse();
    assertThat(field(certain(0.999), null).usable(1)).isFalse();
  }

  /** However high the score: it is no probability. */
  @Test
  void whatIsNotCalibratedIsNever() {
    assertThat(field(null, null).usable(0.8)).isFalse();
  }

  @Test
  void aPersonsWordCountsWhateverTheCertainty() {
    assertThat(field(null, "accepted").usable(0.95)).isTrue();
    assertThat(field(certain(0.5), "changed").usable(1)).isTrue();
    assertThat(field(certain(0.99), "rejected").usable(0.8)).isFalse();
  }

  @Test
  void aReadingOfTheReleaseBeforeIsReadAndNotCalibrated() {
    String before =
        """
        {"id": "00000000-0000-0001-0000-000000000001",
         "field": {"name": "diagnosis.code", "group": "d-1", "value": "M54.16", "normalized": null,
           "assertion": "present", "flags": [], "score": 0.99,
           "evidence": {"document_id": "00000000-0000-0001-0000-000000000001", "page": 1, "start": 0,
             "end": 6, "box": [], "quote": "M54.16"}}}""";
    Findings.Stored read =
        Json.read(before.getBytes(StandardCharsets.UTF_8), Findings.Stored.class);
    assertThat(read.field().value()).isEqualTo("M54.16");
    assertThat(read.certainty()).isNull();
  }

  @Test
  void whatIsStoredComesBackAsItWas() {
    Findings.Stored stored = new Findings.Stored(ID, field(null, null).found(), certain(0.97));
    assertThat(Json.read(Json.bytes(stored), Findings.Stored.class)).isEqualTo(stored);
  }
}
