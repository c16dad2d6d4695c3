package org.openpriorauth.evaluation.charts;

/** What stands on a page and is to be read. Pages count from one. */
record Label(String name, String value, int page) {}
