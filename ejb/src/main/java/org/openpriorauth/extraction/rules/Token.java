package org.openpriorauth.extraction.rules;

/**
 * A word on a page.
 *
 * @param start first character in the page's text
 * @param end one past the last
 * @param left fractions of the page, as all edges
 * @param confidence 0 to 100
 */
record Token(
    int start, int end, double left, double top, double right, double bottom, double confidence) {
  /** Width of one character. */
  double character() {
    return (right - left) / Math.max(1, end - start);
  }
}
