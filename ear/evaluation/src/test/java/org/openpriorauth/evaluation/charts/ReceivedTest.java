package org.openpriorauth.evaluation.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The other author's documents say what their gold files say of them. */
class ReceivedTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyValueStandsOnItsPage() throws IOException {
    Set<String> missing = new HashSet<>();
    for (Received received : Received.all()) {
      try (PDDocument pdf = Loader.loadPDF(received.content())) {
        for (JsonNode field : gold(received).path("fields")) {
          String page = letters(text(pdf, field.path("page").asInt()));
          if (!page.contains(letters(field.path("value").asText()))) {
            missing.add(received.name() + " " + field);
          }
        }
      }
    }
    // A name in two boxes, first and last.
    assertThat(missing).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void noLayoutIsOfBothSplitsAndNoFieldIsBothThereAndAbsent() throws IOException {
    Map<String, String> splits = new HashMap<>();
    for (Received received : Received.all()) {
      JsonNode gold = gold(received);
      String split = gold.path("split").asText();
      assertThat(split).isIn("tune", "held");
      assertThat(splits.merge(gold.path("layout").asText(), split, (one, other) -> one))
          .as(received.name())
          .isEqualTo(split);
      Set<String> there = new HashSet<>();
      gold.path("fields").forEach(f -> there.add(f.path("name").asText()));
      gold.path("absent")
          .forEach(a -> assertThat(there).as(received.name()).doesNotContain(a.asText()));
    }
    assertThat(splits).hasSizeGreaterThanOrEqualTo(25).containsValue("held");
  }

  @Test
  void noNameIsAlsoAnothers() {
    Set<String> made = ChartBook.all().stream().map(Chart::name).collect(Collectors.toSet());
    assertThat(Received.all()).extracting(Received::name).doesNotHaveDuplicates();
    assertThat(Received.all())
        .noneMatch(r -> made.stream().anyMatch(name -> r.name().startsWith(name + ".")));
  }

  private static JsonNode gold(Received received) throws IOException {
    return JSON.readTree(received.gold());
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
