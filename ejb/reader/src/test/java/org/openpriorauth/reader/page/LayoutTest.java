package org.openpriorauth.reader.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words and places to text, on a page of a hundred columns and fifty rows. */
class LayoutTest {
  private final List<Word> words = new ArrayList<>();

  private void put(double row, int column, String line) {
    int at = column;
    for (String word : line.split(" ")) {
      Box box = new Box(at / 100.0, row / 50, word.length() / 100.0, 0.015);
      words.add(new Word(word, box, 100));
      at += word.length() + 1;
    }
  }

  private List<String> lines() {
    return Layout.of(words).text().lines().filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void wordsOfOneHeightMakeALine() {
    put(3.1, 20, "below");
    put(1, 1, "one");
    put(1.2, 5, "two");

    assertThat(lines()).containsExactly("one two", "below");
  }

  @Test
  void aWideGapStaysVisible() {
    put(1, 1, "Name:");
    put(1, 20, "Holloway");

    assertThat(lines().get(0)).matches("Name: {3,}Holloway");
  }

  @Test
  void spansCutTheWordsOutOfTheText() {
    put(1, 1, "Plan: Northern Prairie");
    put(2, 1, "Paid");

    PageText text = Layout.of(words);

    assertThat(text.spans())
        .allSatisfy(
            span ->
                assertThat(text.text().substring(span.start(), span.end()))
                    .isEqualTo(span.word().text()));
    assertThat(text.text()).endsWith("Paid\n");
  }

  @Test
  void columnsOfProseAboveATableAreReadOneAfterTheOther() {
    for (int row = 0; row < 6; row++) {
      put(row, 2, "left column with a line of prose r" + row);
      put(row + 0.3, 52, "right column with a line of prose r" + row);
    }
    for (int row = 7; row < 14; row++) {
      put(row, 2, "methotrexate tablet");
      put(row, 54, "10 mg");
      put(row, 80, "01/10/2025");
    }

    List<String> lines = lines();

    assertThat(lines.subList(0, 6)).allMatch(line -> line.startsWith("left"));
    assertThat(lines.subList(6, 12)).allMatch(line -> line.startsWith("right"));
    assertThat(lines.subList(12, 19))
        .allMatch(line -> line.matches("methotrexate tablet {3,}10 mg {3,}01/10/2025"));
  }

  @Test
  void columnsOfAFormStaySideBySide() {
    for (int row = 0; row < 8; row++) {
      put(row, 2, "Label " + row);
      put(row, 40, "Value " + row);
    }

    assertThat(lines()).hasSize(8).allMatch(line -> line.matches("Label \\d {3,}Value \\d"));
  }
}
