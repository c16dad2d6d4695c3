package org.openpriorauth.evaluation.charts;

import java.util.List;

/** A document as it leaves the printer, with what was really drawn on its pages. */
record Print(byte[] pdf, int pages, List<Label> labels) {}
