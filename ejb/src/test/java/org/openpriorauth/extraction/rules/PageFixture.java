package org.openpriorauth.extraction.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.PageReader.Page;
import org.openpriorauth.extraction.PageReader.Word;

/** Pages from lines of text, laid out on a grid of 100 columns so that columns align. */
final class PageFixture {
  private static final double COLUMN = 0.01;
  private static final double LINE = 0.015;

  private PageFixture() {}

  static Page page(String... lines) {
    return page(1, 100, lines);
  }

  /**
   * @param confidence of every word, 0 to 100
   */
  static Page page(int number, double confidence, String... lines) {
    String text = String.join("\n", lines) + "\n";
    List<Word> words = new ArrayList<>();
    int line = 0;
    int column = 0;
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      if (!space && start < 0) {
        start = i;
      } else if (space && start >= 0) {
        double left = (column - (i - start)) * COLUMN;
        double[] box = {left, line * LINE, (i - start) * COLUMN, 0.012};
        words.add(new Word(start, i, box, confidence));
        start = -1;
      }
      column++;
      if (text.charAt(i) == '\n') {
        line++;
        column = 0;
      }
    }
    return new Page(number, "text", 0, List.of(), text, words);
  }

  static Extraction extract(Page... pages) {
    return extract(Duration.ofMinutes(1), pages);
  }

  static Extraction extract(Duration time, Page... pages) {
    return new RuleFieldExtractor().extract(new UUID(0, 1), List.of(pages), time);
  }

  static Extraction extract(String... lines) {
    return extract(page(lines));
  }

  static List<Field> fields(Extraction extraction, String name) {
    return extraction.fields().stream().filter(f -> f.name().equals(name)).toList();
  }

  static List<String> values(Extraction extraction, String name) {
    return fields(extraction, name).stream().map(Field::value).toList();
  }

  /** Name and normalized value of a field of the same group as another. */
  static String beside(Extraction extraction, Field field, String name) {
    return fields(extraction, name).stream()
        .filter(f -> f.group().equals(field.group()))
        .map(f -> f.normalized() == null ? f.value() : f.normalized())
        .findFirst()
        .orElse(null);
  }
}
