package org.openpriorauth.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.criteria.PackPage.Expected;
import org.openpriorauth.criteria.PackPage.TestCase;

/** The packs that come with the product keep what they promise. */
class ExamplePacksTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/org/openpriorauth/criteria/examples");

  static List<PolicyPack> packs() {
    return ExamplePacks.all();
  }

  @Test
  void everyFileIsListedAndStandsOnce() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(packs())
          .extracting(pack -> pack.id().replaceFirst("^example-", "") + ".json")
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".json"))
                  .toList());
    }
    assertThat(packs()).hasSizeGreaterThanOrEqualTo(15);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void aPackCanBeTakenOverAsItIs(PolicyPack pack) {
    assertThat(PolicyCheck.faults(pack)).isEmpty();
    assertThat(ExamplePacks.find(pack.id())).contains(pack);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void aPackSaysThatItIsAnExample(PolicyPack pack) {
    assertThat(pack.id()).startsWith("example-");
    assertThat(pack.title()).startsWith("Example: ");
    assertThat(pack.source().title()).contains("no payer's policy and no medical advice");
    assertThat(pack.payerCode()).isEqualTo("EXAMPLE");
    assertThat(pack.alternatives()).isNotEmpty();
  }

  /** What was declared met and what a diff compares hang on them. */
  @ParameterizedTest
  @MethodSource("packs")
  void theNamesOfCriteriaAreWords(PolicyPack pack) {
    assertThat(criteria(pack))
        .isNotEmpty()
        .allMatch(line -> line.criterion().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"))
        .allMatch(line -> line.ask() != null && line.ask().endsWith("."), "what to fetch")
        .allMatch(line -> line.test().contains(": "), "a test in words");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void itsOwnCasesPassAndFail(PolicyPack pack) {
    List<TestCase> cases = PackPage.of(pack).cases();
    assertThat(cases)
        .hasSizeGreaterThanOrEqualTo(3)
        .extracting(TestCase::name)
        .doesNotHaveDuplicates();
    assertThat(cases).as("all is met").anyMatch(c -> c.whole() == Verdict.MET);
    assertThat(cases).as("something speaks against").anyMatch(c -> expects(c, "not_met"));
    assertThat(cases).as("something is missing").anyMatch(c -> expects(c, "not_found"));
    assertThat(cases)
        .filteredOn(c -> c.whole() == Verdict.MET)
        .as("who meets it all says so of most criteria that count")
        .allMatch(c -> c.expected().size() >= 3);
  }

  /** A criterion that no case of the pack names could be wrong without anybody noticing. */
  @ParameterizedTest
  @MethodSource("packs")
  void mostCriteriaAreTried(PolicyPack pack) {
    List<String> tried =
        pack.tests().stream().flatMap(t -> t.expect().keySet().stream()).distinct().toList();
    assertThat(tried.size()).isGreaterThanOrEqualTo(criteria(pack).size() * 2 / 3);
  }

  @ParameterizedTest
  @MethodSource("packs")
  void withoutAnyChartNothingIsMetOrRefused(PolicyPack pack) {
    java.time.LocalDate today = java.time.LocalDate.of(2026, 11, 23);
    Matched matched = Matcher.match(pack, new Facts(today, today, List.of()), Set.of());
    assertThat(matched.verdict()).isEqualTo(Verdict.NOT_FOUND);
    assertThat(matched.missing()).isNotEmpty();
  }

  private static boolean expects(TestCase one, String verdict) {
    return one.expected().stream().map(Expected::wanted).anyMatch(verdict::equals);
  }

  private static List<PolicyWords.Line> criteria(PolicyPack pack) {
    return PolicyWords.lines(pack.criteria()).stream().filter(l -> l.criterion() != null).toList();
  }
}
