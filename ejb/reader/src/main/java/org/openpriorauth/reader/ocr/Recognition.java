package org.openpriorauth.reader.ocr;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Tick;
import org.openpriorauth.reader.page.Word;

/**
 * OCR of whole pages: turns, cleans and straightens a picture before it is read, and tries again
 * where the outcome is poor. Tesseract is loaded with the first page that needs it.
 */
public final class Recognition implements AutoCloseable {
  /** Above this the engine's opinion of a page's orientation is followed first. */
  private static final float SURE = 5;

  /** Orientation is found as well, and much faster, on a smaller picture. */
  private static final int ORIENTATION_DPI = 150;

  /** The flag of a page that is written by hand. */
  static final String HANDWRITING = "handwriting";

  private Engine engine;

  /**
   * The process's private directory on disk, for what other libraries must keep as a file.
   *
   * @throws OcrUnavailable if there can be none
   */
  public static Path home() {
    return NativeLibraries.home().path();
  }

  /**
   * Reads a page.
   *
   * @param page as a viewer shows it
   * @param dpi its resolution
   * @param deadline when to begin nothing more; what was read by then is kept
   * @throws OcrUnavailable if this machine cannot run OCR
   */
  @SuppressWarnings("ReferenceEquality") // which of the two it was
  public Recognised read(Gray page, int dpi, Deadline deadline) {
    long start = System.nanoTime();
    Condition condition = Condition.of(page);
    if (condition.isBlank()) {
      return new Recognised(Rotation.NONE, List.of(), Set.of("blank"), null, null);
    }
    Engine.Stand stand = stand(page, dpi);
    Rotation rotation = stand.confidence() > SURE ? stand.needed() : Rotation.NONE;
    Attempt best = attempt(page.turned(rotation), dpi, condition, deadline);
    Rotation doubtful = doubtful(stand);
    if (doubtful != rotation && best.isPoor() && !deadline.passed()) {
      Attempt other = attempt(page.turned(doubtful), dpi, condition, deadline);
      if (best.orBetter(other) == other) {
        best = other;
        rotation = doubtful;
      }
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    Page.Ocr ocr = new Page.Ocr(dpi, millis, engine.version());
    List<Word> words = best.withBoxes();
    Set<String> flags = flags(best, deadline);
    if (best.isPoor() && Handwriting.of(page.turned(rotation), dpi, words).isHand()) {
      flags.add(HANDWRITING);
    }
    if (Tick.isUnclear(words)) {
      flags.add(Tick.UNCLEAR_BOX);
    }
    return new Recognised(rotation, words, flags, best.straightening(), ocr);
  }

  /**
   * The turn that {@link #read} would find, without reading unless there is doubt.
   *
   * @throws OcrUnavailable if this machine cannot run OCR
   */
  public Rotation upright(Gray page, int dpi, Deadline deadline) {
    if (Condition.of(page).isBlank()) {
      return Rotation.NONE;
    }
    Engine.Stand stand = stand(page, dpi);
    return doubtful(stand) == Rotation.NONE && stand.needed() == Rotation.NONE
        ? Rotation.NONE
        : read(page, dpi, deadline).rotation();
  }

  /**
   * The turn to try if the first one reads badly. A sure opinion was measured wrong only where it
   * wanted to turn the small print of a coarse fax; a sure "as it stands" is not doubted.
   */
  private static Rotation doubtful(Engine.Stand stand) {
    if (stand.confidence() > SURE) {
      return Rotation.NONE;
    }
    return stand.needed() == Rotation.NONE ? Rotation.HALF : stand.needed();
  }

  private Engine.Stand stand(Gray page, int dpi) {
    int times = Math.max(1, Math.round((float) dpi / ORIENTATION_DPI));
    return engine().stand(page.reduced(times), dpi / times);
  }

  private Attempt attempt(Gray page, int dpi, Condition condition, Deadline deadline) {
    Denoise denoise = condition.denoise(dpi);
    Attempt first = Attempt.at(engine, page, dpi, condition, denoise, deadline);
    if (!first.isPoor() || deadline.passed()) {
      return first;
    }
    return first.orBetter(Attempt.at(engine, page, dpi, condition, denoise.other(), deadline));
  }

  private static Set<String> flags(Attempt best, Deadline deadline) {
    Set<String> flags = new LinkedHashSet<>();
    if (best.words().isEmpty()) {
      flags.add("no_words");
    } else if (best.isUnfit()) {
      flags.add("low_quality");
    }
    if (deadline.passed()) {
      flags.add("timed_out");
    }
    return flags;
  }

  private Engine engine() {
    if (engine == null) {
      engine = Engine.start();
    }
    return engine;
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
