package org.openpriorauth.evaluation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.calibration.Calibrations;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.ExtractionService.View;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.PageOwner;
import org.openpriorauth.extraction.PageReader.Page;
import org.openpriorauth.extraction.ReadDocument;
import org.openpriorauth.kernel.Evidence;

/** Verdicts on a policy's criteria held against labels. */
class LeafTest {
  private static final Calibrations.InForce UNCALIBRATED = new Calibrations.InForce(List.of());

  private static final String TEXT = "HER2 positive 2026-05-01";
  private static final UUID DOCUMENT = new UUID(0, 1);

  private static final String GOLD =
      """
      {"document_type": "lab_report", "fields": [{"name": "document.date", "value": "06/30/2026"},
         {"name": "patient.birth_date", "value": "04/05/1971"}],
       "criteria": [{"criterion": "CRITERION", "verdict": "VERDICT", "policy":
         {"id": "p", "version": "1", "title": "P", "payer_code": "X",
          "effective": {"from": "2026-01-01"}, "applies_to": {"codes": ["*"]},
          "authorization": "required", "criteria": {"op": "all", "of": [
            {"id": "her2", "text": "HER2 positive", "fact": "finding", "where": {
              "name": {"in": ["HER2"]}, "value": {"in": ["positive"]},
              "date": {"within_days": 90}}},
            {"id": "adult", "text": "Adult", "fact": "patient", "where": {"age": {"gte": 18}}}]}}}]}
      """;

  @TempDir Path directory;

  private Judged judged(String criterion, String verdict, String quoted) throws IOException {
    Path file = directory.resolve("a.txt.gold.json");
    Files.writeString(file, GOLD.replace("CRITERION", criterion).replace("VERDICT", verdict));
    return Judge.of(new Case(directory.resolve("a.txt"), GoldFile.read(file)), outcome(quoted));
  }

  private static Outcome outcome(String quoted) {
    List<Field> fields =
        List.of(
            field("finding.name", "HER2", "HER2"),
            field("finding.value", "positive", quoted),
            field("finding.date", "2026-05-01", "2026-05-01"));
    PageView page = new PageView(1, "text", 0, PageOwner.YES, false, false);
    ReadDocument read =
        new ReadDocument(
            DOCUMENT,
            "",
            "lab_report",
            1,
            fields.stream()
                .map(f -> new ReadDocument.ReadField(UUID.randomUUID(), f, null, null, null, null))
                .toList(),
            List.of(),
            Composition.UNKNOWN,
            new ReadDocument.Said(false, false, List.of(), List.of()));
    return new Outcome(
        null,
        "lab_report",
        List.of(new Page(1, "text", 0, List.of(), TEXT, List.of())),
        fields,
        List.of(),
        Set.of(),
        Set.of(),
        new View(null, read, false, List.of(page)),
        Duration.ZERO,
        Duration.ZERO);
  }

  private static Field field(String name, String value, String quote) {
    int start = Math.max(0, TEXT.indexOf(value));
    Evidence place = new Evidence(DOCUMENT, 1, start, start + quote.length(), List.of(), quote);
    return new Field(name, "finding-1", value, null, "present", List.of(), place, 1);
  }

  @Test
  void aVerdictIsRightOrMistakenForAnother() throws IOException {
    Part right = Part.of("a", List.of(judged("her2", "met", "positive")), UNCALIBRATED);
    Part wrong = Part.of("a", List.of(judged("her2", "not_met", "positive")), UNCALIBRATED);

    assertThat(right.leaves()).isEqualTo(1);
    assertThat(right.leavesRight()).isEqualTo(1);
    assertThat(right.leavesUnsupported()).isZero();
    assertThat(wrong.leavesRight()).isZero();
    assertThat(wrong.leavesConfused()).isEqualTo(Map.of("not_met as met", 1));
    assertThat(new Report("r", List.of(wrong), new Costs(1, 0, 0, 0, 0)).text())
        .contains("leaf verdicts right 0 of 1 {not_met as met=1}");
  }

  @Test
  void metBySomethingThatIsNotOnThePageIsUnsupported() throws IOException {
    assertThat(
            Part.of("a", List.of(judged("her2", "met", "negative")), UNCALIBRATED)
                .leavesUnsupported())
        .isEqualTo(1);
  }

  /** The clinic knows how old its patient is. */
  @Test
  void whatTheClinicKnowsNeedsNoPage() throws IOException {
    assertThat(judged("adult", "met", "positive").leaves())
        .containsExactly(new Leaf("adult", "met", "met", true));
  }

  @Test
  void aCriterionThatThePolicyDoesNotHaveStopsTheJudge() {
    assertThatThrownBy(() -> judged("none", "met", "positive"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }
}
