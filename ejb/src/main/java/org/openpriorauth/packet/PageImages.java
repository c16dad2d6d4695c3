package org.openpriorauth.packet;

/**
 * A document's pages as pictures. Each is asked for once, in order, and let go before the next, so
 * that a long chart needs no more memory than its longest page.
 */
public interface PageImages {
  /** The number of pages; the same at every call. */
  int count();

  /**
   * The page as PNG, upright, drawn outside the server.
   *
   * @param page 1 for the first
   */
  byte[] png(int page);

  /**
   * What was read on the page, lines apart; it makes the packet searchable.
   *
   * @param page 1 for the first
   */
  String text(int page);
}
