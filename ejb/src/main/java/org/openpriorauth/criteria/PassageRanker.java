package org.openpriorauth.criteria;

import java.util.List;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.kernel.Evidence;

/**
 * Finds where pages speak of a criterion that is put in words. It ranks and decides nothing: what
 * it finds is read by a person.
 */
public interface PassageRanker {
  /**
   * @param text what is asked
   * @param hints words that a passage which shows it is likely to have
   * @return a few passages, the likeliest first; the same for the same pages
   */
  List<Evidence> rank(String text, List<String> hints, List<PageText> pages);
}
