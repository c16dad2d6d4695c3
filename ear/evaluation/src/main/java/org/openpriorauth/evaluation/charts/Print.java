package org.openpriorauth.evaluation.charts;

import java.util.List;

/**
 * A document as it leaves the printer, with what was really drawn on its pages.
 *
 * @param stray pages that belong to somebody else, counted from one
 */
record Print(byte[] pdf, List<Label> labels, List<Integer> stray) {}
