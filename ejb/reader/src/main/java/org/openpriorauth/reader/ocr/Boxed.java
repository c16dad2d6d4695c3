package org.openpriorauth.reader.ocr;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.Word;

/** Puts the boxes of a form among what OCR read, in place of what it made of them. */
final class Boxed {
  /** What OCR takes the border of a box for, in front of its word. */
  private static final String LIKE_A_BOX = "OoCcDLUJ0xXMKBE1Il|";

  private static final String LIKE_A_SIDE = "1Il|";

  /** In parts of a box: its right side may be read as the beginning of a word this near. */
  private static final double NEAR = 0.15;

  private static final int SURE = 80;

  private Boxed() {}

  /** The words with the boxes that stand beside one of them. */
  static List<Word> among(List<Word> words, List<Word> boxes) {
    List<Word> all = new ArrayList<>(words);
    for (Word box : boxes) {
      List<Word> touched = all.stream().filter(w -> meets(w.line(), box.line())).toList();
      if (touched.stream().allMatch(w -> isOfBox(w, box) || begins(w, box)) && isBeside(box, all)) {
        all.removeAll(touched);
        touched.stream().filter(w -> begins(w, box)).map(w -> behind(w, box)).forEach(all::add);
        all.add(box);
      }
    }
    return all;
  }

  private static boolean meets(Box word, Box box) {
    boolean over =
        word.x() < box.right() + NEAR * box.width() && word.right() > box.right() + box.width() / 2;
    return word.sharedArea(box) > 0.15 * box.width() * box.height()
        || over && word.sharedHeight(box) > 0.5 * box.height();
  }

  /** Whether a word is what was made of the box itself. */
  private static boolean isOfBox(Word word, Word box) {
    double own = word.line().width() * word.line().height();
    boolean little = word.text().length() <= 3 && word.line().width() < 2.2 * box.line().width();
    boolean within = word.line().sharedArea(box.line()) > (little ? 0.25 : 0.45) * own;
    boolean text =
        word.confidence() >= SURE
            && word.text().codePoints().filter(Character::isLetterOrDigit).count() > 2;
    return within && !text;
  }

  /** Whether a word was read together with the box in front of it. */
  private static boolean begins(Word word, Word box) {
    return word.line().x() > box.line().x() - box.line().width()
        && word.line().centreX() > box.line().right()
        && word.text().length() > 2
        && !isWord(word);
  }

  /** Read surely and beginning with a letter: its first letter is one, however square. */
  private static boolean isWord(Word word) {
    return word.confidence() >= SURE && Character.isLetter(word.text().charAt(0));
  }

  private static Word behind(Word word, Word box) {
    String text = word.text();
    int from = 0;
    while (from < text.length() - 1 && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    double letter = word.line().width() / text.length();
    long covered = Math.round((box.line().right() - word.line().x()) / letter);
    if (covered < 1 && from == 0 && LIKE_A_SIDE.indexOf(text.charAt(0)) >= 0) {
      from = 1;
    }
    while (from < Math.min(covered, text.length() - 1)
        && LIKE_A_BOX.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    Box place = word.box();
    Box line = word.line();
    double right = Math.min(box.box().right(), place.right());
    double straight = Math.min(box.line().right(), line.right());
    return new Word(
        text.substring(from),
        Box.between(right, place.y(), place.right(), place.bottom()),
        word.confidence(),
        Box.between(straight, line.y(), line.right(), line.bottom()));
  }

  private static boolean isBeside(Word box, List<Word> words) {
    Box place = box.line();
    return words.stream()
        .filter(w -> w.hasLetterOrDigit() && w.confidence() >= 40 && w.text().length() > 1)
        .map(Word::line)
        .filter(w -> w.sharedHeight(place) > 0.4 * Math.min(w.height(), place.height()))
        .anyMatch(
            w ->
                w.right() > place.right() && w.x() - place.right() < 3 * place.width()
                    || w.x() < place.x() && place.x() - w.right() < 2 * place.width());
  }
}
