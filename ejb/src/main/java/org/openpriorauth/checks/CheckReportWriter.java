package org.openpriorauth.checks;

/** Puts a report on pages. */
public interface CheckReportWriter {
  /** As PDF. */
  byte[] write(CheckReport report);
}
