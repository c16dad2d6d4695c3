package org.openpriorauth.reader.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.reader.ocr.Recognised;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.Word;

/**
 * A text layer held against what is seen. Scanners and fax servers write bad layers, so a layer is
 * believed only if it agrees with the picture; then its spelling is better than ours.
 *
 * @param words the outcome
 * @param source where they come from
 * @param layerIsWrong whether the layer was put aside for disagreeing
 */
record Comparison(List<Word> words, Page.Source source, boolean layerIsWrong) {
  private static final double BELIEVED = 0.7;
  private static final int CONTRADICTED = 60;
  private static final int NOT_SEEN = 50;

  /** Compares word by word, by place. */
  static Comparison of(TextLayer layer, Recognised seen) {
    if (!layer.isLegible() || layer.words().isEmpty()) {
      return new Comparison(seen.words(), seen.source(), false);
    }
    List<Word> own = new ArrayList<>();
    int compared = 0;
    int agreed = 0;
    for (Word word : layer.words()) {
      Word placed = seen.straightened(layer.rotation(), word);
      List<Word> there = seen.words().stream().filter(s -> meet(s, placed)).toList();
      boolean agrees = there.stream().anyMatch(s -> same(s.text(), placed.text()));
      if (!there.isEmpty() && placed.hasLetterOrDigit()) {
        compared++;
        agreed += agrees ? 1 : 0;
      }
      own.add(agrees ? placed : placed.trusted(there.isEmpty() ? NOT_SEEN : CONTRADICTED));
    }
    if (compared > 0 && agreed < BELIEVED * compared) {
      return new Comparison(seen.words(), seen.source(), true);
    }
    List<Word> all = new ArrayList<>(own);
    seen.words().stream().filter(s -> own.stream().noneMatch(w -> meet(s, w))).forEach(all::add);
    return new Comparison(all, Page.Source.MIXED, false);
  }

  private static boolean meet(Word a, Word b) {
    return a.box().holds(b.box().centreX(), b.box().centreY())
        || b.box().holds(a.box().centreX(), a.box().centreY());
  }

  /** Equal but for marks and case; one may hold the other where words were cut differently. */
  private static boolean same(String a, String b) {
    String x = bare(a);
    String y = bare(b);
    return x.equals(y) || x.length() > 2 && y.contains(x) || y.length() > 2 && x.contains(y);
  }

  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
