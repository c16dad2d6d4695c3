package org.openpriorauth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What is said to be on a page is on the page, word for word, before it was scanned or faxed. */
class GoldTest {
  private static final Pattern NPI =
      Pattern.compile("(?:NPI|NPI:)\\s*#?:?\\s*(\\d{10})\\b", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> SOURCES =
      Map.of("application/pdf", "text", "image/tiff", "fax", "image/png", "photo");

  @Test
  void everyValueStandsOnItsPage() throws IOException {
    SoftAssertions soft = new SoftAssertions();
    for (SampleDocument sample : SampleCasesTest.everything()) {
      List<String> pages = pages(sample);
      for (JsonNode field : gold(sample).get("fields")) {
        int page = field.get("page").asInt();
        String value = field.get("value").asText();
        soft.assertThat(pages.get(page - 1))
            .as("%s page %d: %s", sample.fileName(), page, field.get("name"))
            .contains(plain(value));
      }
    }
    soft.assertAll();
  }

  @Test
  void whatIsAbsentIsNotFilled() throws IOException {
    for (SampleDocument sample : SampleCasesTest.everything()) {
      JsonNode gold = gold(sample);
      List<String> filled = gold.get("fields").findValuesAsText("name");
      assertThat(filled).as(sample.fileName()).isNotEmpty();
      gold.get("absent")
          .forEach(name -> assertThat(filled).as(sample.fileName()).doesNotContain(name.asText()));
      String source = gold.get("source_kind").asText();
      assertThat(source).isIn(SOURCES.get(sample.mediaType()), "scan");
    }
  }

  @Test
  void providerNumbersAreWellFormed() throws IOException {
    TreeSet<String> numbers = new TreeSet<>();
    for (SampleDocument sample : SampleCasesTest.everything()) {
      for (String page : pages(sample)) {
        Matcher matcher = NPI.matcher(page);
        while (matcher.find()) {
          numbers.add(matcher.group(1));
        }
      }
      for (JsonNode field : gold(sample).get("fields")) {
        if (field.get("name").asText().endsWith(".npi")) {
          numbers.add(field.get("value").asText());
        }
      }
    }
    SampleCases.all().forEach(c -> numbers.add(c.facts().get("provider.ordering.npi")));
    assertThat(numbers).hasSizeGreaterThan(15).allMatch(GoldTest::luhn);
  }

  private static boolean luhn(String npi) {
    String digits = "80840" + npi;
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 1 ? digit * 2 : digit;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }

  /** The staff's facts are those of the chart. */
  @Test
  void factsAgreeWithTheChart() throws IOException {
    for (SampleCase sample : SampleCases.all()) {
      StringBuilder chart = new StringBuilder();
      for (SampleDocument document : sample.documents()) {
        chart.append(String.join(" ", pages(document)));
      }
      for (String key :
          List.of(
              "patient.mrn",
              "coverage.payer",
              "coverage.member_id",
              "coverage.group_number",
              "coverage.plan",
              "service.code",
              "provider.ordering.name",
              "provider.ordering.npi",
              "provider.performing.npi")) {
        assertThat(chart).as(sample.name()).contains(plain(sample.facts().get(key)));
      }
    }
  }

  /** The infliximab chart has a plan for the tuberculosis test, and no result. */
  @Test
  void tuberculosisResultIsMissing() throws IOException {
    StringBuilder chart = new StringBuilder();
    for (SampleDocument document : SampleCases.all().get(2).documents()) {
      chart.append(String.join(" ", pages(document)));
    }
    assertThat(chart)
        .contains("will check quantiferon before first infusion")
        .contains("mother had tuberculosis in childhood")
        .doesNotContainPattern("quantiferon[^.]{0,40}(negative|positive|indeterminate) ");
  }

  private static JsonNode gold(SampleDocument sample) throws IOException {
    return new ObjectMapper().readTree(SampleCases.gold(sample));
  }

  private static List<String> pages(SampleDocument sample) throws IOException {
    List<String> pages = new ArrayList<>();
    byte[] print = Press.print(SampleCases.folder(sample), sample.fileName());
    try (PDDocument document = Loader.loadPDF(print)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(false);
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        pages.add(plain(stripper.getText(document)));
      }
    }
    return pages;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
