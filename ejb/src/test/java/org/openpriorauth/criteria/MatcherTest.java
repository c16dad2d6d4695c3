package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.criteria.Packs.ORDERED;
import static org.openpriorauth.criteria.Packs.TODAY;
import static org.openpriorauth.criteria.Packs.fact;
import static org.openpriorauth.criteria.Packs.match;
import static org.openpriorauth.criteria.Packs.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.criteria.Facts.Fact;
import org.openpriorauth.criteria.Facts.Part;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.wire.json.Json;

class MatcherTest {
  @ParameterizedTest
  @CsvSource({
    "6, 2026-05-20, met",
    "5.9, 2026-05-20, not_met",
    "6, 2025-05-20, not_met",
    "6, 2026-07-06, not_met",
    "about six, 2026-05-20, not_found",
    "6, last spring, not_found",
    "8.00000000000000000000000000000000000000000, 2026-05-20, not_found",
  })
  void aCourseIsJudgedByItsLengthAndItsEnd(String weeks, String end, String verdict)
      throws JsonProcessingException {
    Fact therapy = fact("therapy", "name", "Physical therapy", "weeks", weeks, "end", end);

    Matched matched = match(THERAPY, therapy);

    assertThat(matched.criteria().get(0).verdict().word()).isEqualTo(verdict);
  }

  @Test
  void whatIsAbsentIsNotFoundAndNeverNotMet() throws JsonProcessingException {
    assertThat(match(THERAPY).verdict()).isEqualTo(Verdict.NOT_FOUND);
    assertThat(match(THERAPY, fact("therapy", "name", "acupuncture", "weeks", "9")).verdict())
        .isEqualTo(Verdict.NOT_FOUND);
    assertThat(match(THERAPY, fact("therapy", "name", "PT")).criteria().get(0).why())
        .contains("weeks");
  }

  @Test
  void aWordIsNotFoundInsideAnother() throws JsonProcessingException {
    Fact concept = fact("therapy", "name", "concept therapy", "weeks", "9", "end", "2026-05-20");

    assertThat(match(THERAPY, concept).verdict()).isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void oneCourseThatIsLongEnoughIsEnough() throws JsonProcessingException {
    Fact brief = fact("therapy", "name", "PT", "weeks", "2", "end", "2026-05-20");
    Fact whole = fact("therapy", "name", "PT", "weeks", "8", "end", "2026-05-20");

    assertThat(match(THERAPY, brief, whole).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void partsOfTwoCoursesDoNotMakeOne() throws JsonProcessingException {
    Fact brief = fact("therapy", "name", "PT", "weeks", "2", "end", "2026-05-20");
    Fact old = fact("therapy", "name", "PT", "weeks", "8", "end", "2024-05-20");

    assertThat(match(THERAPY, brief, old).verdict()).isEqualTo(Verdict.NOT_MET);
  }

  @Test
  void theMissingListIsTheShortestWay() throws JsonProcessingException {
    String any =
        """
        {"op": "any", "of": [
          {"op": "all", "of": [%1$s, %2$s]},
          {"id": "c", "text": "c", "fact": "finding", "where": {"name": {"in": ["C"]}}}]}
        """
            .formatted(leaf("a", "A"), leaf("b", "B"));

    assertThat(match(any).missing()).containsExactly("c");
    assertThat(match(any, fact("finding", "name", "A"), fact("finding", "name", "B")).missing())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, met", "2, not_found"})
  void atLeastCountsWhatIsMet(int n, String verdict) throws JsonProcessingException {
    String branch =
        "{\"op\": \"at_least\", \"n\": %d, \"of\": [%s, %s]}"
            .formatted(n, leaf("a", "A"), leaf("b", "B"));

    assertThat(match(branch, fact("finding", "name", "A")).verdict().word()).isEqualTo(verdict);
  }

  @Test
  void whatWasReadWithDoubtWaitsForAPerson() throws JsonProcessingException {
    Evidence place = new Evidence(new UUID(0, 7), 2, 10, 11, List.of(), "A");
    Fact doubtful = new Fact("finding", Map.of("name", new Part("A", place, true)));

    Matched.Criterion alone = match(leaf("a", "A"), doubtful).criteria().get(0);
    Matched.Criterion beside =
        match(leaf("a", "A"), doubtful, fact("finding", "name", "A")).criteria().get(0);

    assertThat(alone.confirm()).isTrue();
    assertThat(alone.evidence()).containsExactly(place);
    assertThat(beside.confirm()).isFalse();
  }

  @Test
  void onlyAPersonOverrides() throws JsonProcessingException {
    PolicyPack pack = pack(leaf("a", "A"));

    Matched matched = Matcher.match(pack, new Facts(TODAY, ORDERED, List.of()), Set.of("a"));

    assertThat(matched.verdict()).isEqualTo(Verdict.MET);
    assertThat(matched.criteria().get(0).decidedBy()).isEqualTo("person");
  }

  @Test
  void aPackThatFailsItsOwnTestsIsRefused() throws JsonProcessingException {
    PolicyPack good = pack(leaf("a", "A"));
    PolicyPack.Example wrong =
        new PolicyPack.Example(
            "claims too much", ORDERED, List.of(Map.of("kind", "drug")), Map.of("a", "met"));
    PolicyPack tested =
        new PolicyPack(
            good.id(),
            good.version(),
            good.title(),
            good.payerCode(),
            good.effective(),
            good.source(),
            good.appliesTo(),
            good.authorization(),
            good.criteria(),
            null,
            List.of(wrong));

    assertThat(PolicyCheck.faults(good)).isEmpty();
    assertThat(PolicyCheck.faults(tested))
        .singleElement()
        .satisfies(f -> assertThat(f.detail()).contains("claims too much", "met", "not_found"));
  }

  @Test
  void everyFaultOfAPackIsSaidAtOnce() throws JsonProcessingException {
    PolicyPack pack =
        Json.mapper()
            .readValue(
                """
                {"id": "", "criteria": {"op": "some", "of": []}, "authorization": "perhaps"}
                """,
                PolicyPack.class);

    assertThat(PolicyCheck.faults(pack))
        .extracting("pointer")
        .contains(
            "/id",
            "/version",
            "/payer_code",
            "/effective/from",
            "/applies_to/codes",
            "/authorization",
            "/criteria/op");
  }

  private static final String THERAPY =
      """
      {"id": "pt", "text": "Six weeks of therapy", "fact": "therapy", "where": {
        "name": {"in": ["physical therapy", "PT"]},
        "weeks": {"gte": 6},
        "end": {"within_days": 183}}}
      """;

  private static String leaf(String id, String name) {
    return "{\"id\": \"%s\", \"text\": \"t\", \"fact\": \"finding\", \"where\": {\"name\": {\"in\": [\"%s\"]}}}"
        .formatted(id, name);
  }
}
