package org.openpriorauth.evaluation.charts;

/**
 * A document as it arrives.
 *
 * @param sourceKind text, scan, fax, photo or mixed
 */
record Copy(String fileName, String sourceKind, byte[] content) {}
