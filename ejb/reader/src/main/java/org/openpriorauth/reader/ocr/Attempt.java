package org.openpriorauth.reader.ocr;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.page.Word;

/**
 * One way of preparing a picture, and what OCR read then.
 *
 * @param words on the page
 * @param straightening the way to the picture that was read
 * @param boxes to tick, as signs
 */
record Attempt(List<Word> words, Straightening straightening, List<Word> boxes) {
  private static final int FEW_WORDS = 12;
  private static final double POOR = 75;
  private static final double UNFIT = 60;

  /** Below this a word without letters or digits is dirt, a rule or the edge of a box. */
  private static final int DIRT = 60;

  /** How surely a box is made out. */
  private static final int BOX = 90;

  /** Tesseract wants letters of some 20 pixels; pictures below this resolution are enlarged. */
  private static final int LEAST_DPI = 150;

  /** Prepares and reads. */
  static Attempt at(
      Engine engine, Gray page, int dpi, Condition condition, Denoise denoise, Deadline deadline) {
    Gray calm = denoise.apply(page);
    double scale = scale(dpi, condition);
    Straightening way = Straightening.of(calm, Skew.degrees(calm), scale);
    Gray straight = way.apply(calm);
    if (condition.isUneven()) {
      straight = Sauvola.apply(straight);
    }
    List<Word> words = new ArrayList<>();
    for (Engine.Found found : engine.read(straight, (int) (dpi * scale), deadline)) {
      Word word =
          new Word(
              found.text(),
              way.onPage(found.left(), found.top(), found.right(), found.bottom()),
              found.confidence(),
              way.straight(found.left(), found.top(), found.right(), found.bottom()));
      if (!isDirt(word)) {
        words.add(word);
      }
    }
    return new Attempt(words, way, boxes(straight, (int) (dpi * scale), way));
  }

  private static List<Word> boxes(Gray straight, int dpi, Straightening way) {
    return ScannedBoxes.in(straight, dpi).stream()
        .map(
            s ->
                new Word(
                    s.tick().sign(),
                    way.onPage(s.left(), s.top(), s.right(), s.bottom()),
                    BOX,
                    way.straight(s.left(), s.top(), s.right(), s.bottom())))
        .toList();
  }

  /** Everything, the boxes in their places. */
  List<Word> withBoxes() {
    return boxes.isEmpty() ? words : Boxed.among(words, boxes);
  }

  /** Specks, and the ruled lines of a form, which are read as bars. */
  private static boolean isDirt(Word word) {
    boolean bars = word.text().chars().allMatch(c -> c == '|' || c == '_');
    return bars || !word.hasLetterOrDigit() && word.confidence() < DIRT;
  }

  private static double scale(int dpi, Condition condition) {
    if (dpi < LEAST_DPI) {
      return 2;
    }
    return condition.isUneven() && dpi <= 220 ? 1.5 : 1;
  }

  /**
   * How much was read and how surely: letters, weighted. What is hardly believed counts nothing.
   */
  double score() {
    return words.stream()
        .filter(word -> word.confidence() >= 50)
        .mapToDouble(word -> word.text().length() * word.confidence() / 100.0)
        .sum();
  }

  private double meanConfidence() {
    double letters = words.stream().mapToInt(word -> word.text().length()).sum();
    double sum = words.stream().mapToDouble(w -> w.text().length() * w.confidence()).sum();
    return letters == 0 ? 0 : sum / letters;
  }

  /** Worth another attempt. */
  boolean isPoor() {
    return words.size() < FEW_WORDS || meanConfidence() < POOR;
  }

  /** Not to be trusted. */
  boolean isUnfit() {
    return meanConfidence() < UNFIT;
  }

  /** The one that read more, and more surely. */
  Attempt orBetter(Attempt other) {
    return other.score() > score() ? other : this;
  }
}
