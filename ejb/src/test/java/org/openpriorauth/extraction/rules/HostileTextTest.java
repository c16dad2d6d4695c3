package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.page;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;
import org.openpriorauth.extraction.PageReader.Page;

/** Pages made to keep a reader busy: what they cost is bounded, and what was found is kept. */
class HostileTextTest {
  private static final int MEGABYTES = 2_400_000;

  static Stream<String> texts() {
    return Stream.of(
        "A12 ",
        "(A12.34) ",
        "Dx A12\n",
        "the patient has pain and no relief and PT failed with naproxen 500 mg ",
        "PT ",
        "a ",
        "7",
        "CPT: 72148 ",
        "NPI / MRN ",
        "MRN: x\n",
        "CRP 5 ",
        "dx icd code ",
        "Date collected: x\n",
        "Name: Jo Sm\n",
        ", ",
        "MRI brain a b c d ",
        "Findings\nLabrum: a b\n",
        "methotrexate/leflunomide-",
        "insulin 5 mg/5 mL, ",
        "etodolac for 5 weeks with a ",
        "NYHA class was II and ");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aPageOfMegabytesIsReadAsFarAsAPageGoes(String part) {
    String text = part.repeat(MEGABYTES / part.length());
    Page bare = new Page(1, "text", 0, List.of(), text, List.of());

    // Without the bounds hours; with them a second, and the machine may be busy.
    Extraction read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> extract(Duration.ofMinutes(5), bare));

    assertThat(read.whole()).isFalse();
    assertThat(read.fields()).hasSizeLessThanOrEqualTo(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A12 ", "(A12.34) ", "PT ", "CRP 5 "})
  void aDocumentOfSuchPagesEndsWithItsTime(String part) {
    String text = part.repeat(60_000 / part.length());
    Page[] pages = new Page[200];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = new Page(i + 1, "text", 0, List.of(), text, List.of());
    }

    Extraction read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> extract(Duration.ofSeconds(2), pages));

    assertThat(read.whole()).isFalse();
    assertThat(read.identities()).hasSize(200);
  }

  @Test
  void aPageThatNobodyHadTimeForSaysNothingOfItsOwner() {
    Extraction read =
        extract(Duration.ZERO, page(1, 100, "Patient: Lena Okafor"), page(2, 100, "MRN: TX-55120"));

    assertThat(read.whole()).isFalse();
    assertThat(read.fields()).isEmpty();
    assertThat(read.identities())
        .containsExactly(
            new PageIdentity(1, null, null, null, null),
            new PageIdentity(2, null, null, null, null));
  }

  @Test
  void aPageOfPrintIsLookedThroughWhole() {
    String line = "Lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod";
    String[] lines = new String[200];
    java.util.Arrays.fill(lines, line);
    lines[199] = "Assessment: Psoriatic arthritis (L40.59)";

    Extraction read = extract(lines);

    assertThat(read.whole()).isTrue();
    assertThat(values(read, "diagnosis.code")).containsExactly("L40.59");
  }

  @Test
  void aSentenceAcrossTheCutOfALongLineStaysOne() {
    String filler = "She walks the dog in the morning and sleeps well. ".repeat(12);

    Extraction read = extract(filler.substring(0, 580) + ". She never tried physical therapy.");

    assertThat(PageFixture.fields(read, "therapy.name"))
        .extracting(f -> f.value() + " " + f.assertion())
        .containsExactly("physical therapy negated");
  }
}
