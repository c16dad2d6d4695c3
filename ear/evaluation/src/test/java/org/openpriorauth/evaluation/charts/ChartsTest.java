package org.openpriorauth.evaluation.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said to be on a page stands there, and the set is as wide as it is said to be. */
class ChartsTest {
  private static final Pattern LIKE_NPI = Pattern.compile("(?<![0-9-])100[0-2][0-9]{6}(?![0-9-])");
  private static List<Chart> charts;
  private static Map<String, Print> prints;
  private static Map<String, List<String>> texts;

  @BeforeAll
  static void print() throws IOException {
    charts = ChartBook.all();
    prints = new TreeMap<>();
    texts = new TreeMap<>();
    for (Chart chart : charts) {
      assertThat(prints.put(chart.name(), PrintShop.print(chart))).as(chart.name()).isNull();
      texts.put(chart.name(), pages(prints.get(chart.name())));
    }
  }

  @Test
  void everyLabelledValueStandsOnItsPage() {
    SoftAssertions soft = new SoftAssertions();
    for (Chart chart : charts) {
      Print print = prints.get(chart.name());
      List<String> pages = texts.get(chart.name());
      for (Label label : print.labels()) {
        soft.assertThat(label.page()).isBetween(1, pages.size());
        soft.assertThat(label.value()).as(chart.name()).isEqualTo(label.value().strip());
        soft.assertThat(pages.get(label.page() - 1))
            .as("%s page %d: %s", chart.name(), label.page(), label.name())
            .contains(squeezed(label.value()));
      }
    }
    soft.assertAll();
  }

  @Test
  void plainFilesSayEverythingThatIsLabelled() {
    for (Chart chart : charts) {
      if (chart.outputs().stream().anyMatch(o -> o.matches("(txt|rtf|docx)\\b.*"))) {
        String text = squeezed(String.join("\n", PlainCopy.lines(chart)));
        for (Label label : prints.get(chart.name()).labels()) {
          assertThat(text).as(chart.name()).contains(squeezed(label.value()));
        }
      }
    }
  }

  @Test
  void whatIsAbsentIsNotFilled() {
    for (Chart chart : charts) {
      List<Label> labels = prints.get(chart.name()).labels();
      Set<String> filled = labels.stream().map(Label::name).collect(Collectors.toSet());
      assertThat(Gold.absent(chart, labels))
          .as(chart.name())
          .isNotEmpty()
          .doesNotContainAnyElementsOf(filled);
      assertThat(filled).as(chart.name()).isNotEmpty();
    }
  }

  /** A conflict has two sides, and both are labelled. */
  @Test
  void conflictsHaveTwoValues() {
    for (Chart chart : charts) {
      for (String name : chart.words("conflicts")) {
        Set<String> values =
            prints.get(chart.name()).labels().stream()
                .filter(l -> l.name().equals(name))
                .map(Label::value)
                .collect(Collectors.toSet());
        assertThat(values).as(chart.name() + " " + name).hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  void providerNumbersHaveTheirCheckDigit() {
    Set<String> numbers = new TreeSet<>();
    for (String page : texts.values().stream().flatMap(List::stream).toList()) {
      Matcher matcher = LIKE_NPI.matcher(page);
      while (matcher.find()) {
        numbers.add(matcher.group());
      }
    }
    for (Print print : prints.values()) {
      print.labels().stream()
          .filter(l -> l.name().endsWith(".npi"))
          .forEach(l -> numbers.add(l.value()));
    }
    assertThat(numbers).hasSizeGreaterThan(10).allMatch(ChartsTest::luhn);
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

  private static List<String> pages(Print print) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(print.pdf())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        pages.add(squeezed(stripper.getText(document)));
      }
    }
    return pages;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
