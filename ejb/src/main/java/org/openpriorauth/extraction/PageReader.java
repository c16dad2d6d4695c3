package org.openpriorauth.extraction;

import java.util.List;
import org.openpriorauth.chart.ReadingFailure;

/** Reads a document's pages outside the server, in a process that can be killed. */
public interface PageReader {
  /**
   * @param box fractions of the upright page, from the top left: x, y, width, height
   * @param confidence 0 to 100, 100 for a text layer: a score, not a probability
   */
  record Word(int start, int end, double[] box, double confidence) {}

  /**
   * @param source text, ocr, mixed, image or handwriting
   * @param rotation clockwise degrees that brought the page upright
   */
  record Page(
      int number, String source, int rotation, List<String> flags, String text, List<Word> words) {}

  /** What became of a reading. */
  sealed interface Reading {
    record Read(String mediaType, List<String> flags, List<Page> pages) implements Reading {}

    /**
     * The document is at fault: reading it again would end the same way.
     *
     * @param code the reader's own word, of which {@link ReadingFailure} may not know all
     */
    record Unreadable(String code) implements Reading {}

    /** The document broke the reader, or ran out its time. */
    record Killed() implements Reading {}

    /** The reader is at fault: again later. */
    record Unavailable(ReadingFailure why) implements Reading {}
  }

  /**
   * Waits a while for a free reader and does the work with it; if none comes free, does nothing:
   * the work is woken again.
   */
  void inTurn(Runnable work);

  /** Called in turn. */
  Reading read(byte[] content);

  /**
   * A page as PNG, turned as it was read.
   *
   * @throws org.openpriorauth.kernel.Problem PAGE_NOT_FOUND, READER_UNAVAILABLE
   */
  byte[] render(byte[] content, int page, int rotation, int dpi);

  /**
   * A page of a packet as PNG. A packet is our own work and holds whole charts, so it may be longer
   * than any one document.
   *
   * @throws org.openpriorauth.kernel.Problem PAGE_NOT_FOUND, READER_UNAVAILABLE
   */
  byte[] renderPacket(byte[] content, int page, int dpi);
}
