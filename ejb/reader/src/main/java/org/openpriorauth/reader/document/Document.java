package org.openpriorauth.reader.document;

import java.util.Set;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageSize;
import org.openpriorauth.reader.page.Rotation;

/** A document that was opened within its limits. Used by one thread. */
public interface Document extends AutoCloseable {
  /** What it is, by its first bytes. */
  String mediaType();

  /** How many pages, at least 1. */
  int pages();

  /** What a user of it should know, see the package's protocol. */
  Set<String> flags();

  /**
   * The size of a page as a viewer shows it, known without reading it.
   *
   * @param index from 0
   * @return 0 by 0 if even that is broken
   */
  PageSize size(int index);

  /**
   * Reads one page.
   *
   * @param index from 0
   * @param deadline when to stop beginning new work on it
   * @throws Failure if this page cannot be read; the others may well be
   */
  Page read(int index, Deadline deadline) throws Failure;

  /**
   * Draws one page as read saw it.
   *
   * @param index from 0
   * @param dpi as wished; lowered where the page would exceed the limits
   * @param rotation as an earlier read found it, or null to find it again
   * @param deadline when to stop beginning new work on it
   * @throws Failure if this page cannot be drawn
   */
  Drawing draw(int index, int dpi, Rotation rotation, Deadline deadline) throws Failure;

  @Override
  void close();
}
