package org.openpriorauth.reader.document;

/**
 * How much one job may ask of the process.
 *
 * @param maxPages pages of a document
 * @param maxBytes bytes of a document
 * @param maxPixels pixels of one page, drawn or decoded
 * @param pageSeconds seconds for one page; also for opening the document
 */
public record Limits(int maxPages, long maxBytes, long maxPixels, int pageSeconds) {
  /** What holds where a request says nothing. */
  public static final Limits DEFAULT = new Limits(200, 25L << 20, 40_000_000, 20);

  /** Refuses what is not positive: a limit of nothing is a mistake of the sender. */
  public Limits {
    if (maxPages < 1 || maxBytes < 1 || maxPixels < 1 || pageSeconds < 1) {
      throw new IllegalArgumentException("A limit must be positive.");
    }
  }
}
