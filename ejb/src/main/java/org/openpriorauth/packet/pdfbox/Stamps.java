package org.openpriorauth.packet.pdfbox;

import org.openpriorauth.packet.CoverSheet;
import org.openpriorauth.packet.PacketDocument;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Run;
import org.openpriorauth.wire.pdf.Sheet;

/** What every page says of itself: a page that falls out of the fax finds its way back. */
final class Stamps {
  private static final float FRONT_BASELINE = 46;
  private static final float FOOT_BASELINE = 758;
  private static final float DOCUMENT_BASELINE = 22;
  private static final float DOCUMENT_EDGE = 24;
  private static final String CONFIDENTIAL = "Confidential: protected health information";

  private final CoverSheet cover;
  private final Look look;
  private final int total;

  Stamps(CoverSheet cover, Look look, int total) {
    this.cover = cover;
    this.look = look;
    this.total = total;
  }

  void front(Sheet sheet, int page) {
    sheet.wordsRight(Look.RIGHT, FRONT_BASELINE, number(page));
    sheet.rule(Look.LEFT, FRONT_BASELINE + 8, Look.WIDTH, Look.HAIRLINE);
    if (page > 1) {
      // The cover has a letterhead and a notice of its own.
      sheet.words(Look.LEFT, FRONT_BASELINE, cut(cover.clinic().name(), Look.WIDTH / 2));
      sheet.words(Look.LEFT, FOOT_BASELINE, new Run(CONFIDENTIAL, look.stamp));
    }
  }

  /**
   * @param width of the page: some lie on their side
   */
  Sheet document(PacketDocument document, int number, int page, float width) {
    Sheet sheet = new Sheet();
    Run which = number(page);
    float room = width - 2 * DOCUMENT_EDGE - which.style().width(which.text()) - 20;
    String label =
        "Document " + document.label() + ", p. " + number + " of " + document.pages().count();
    sheet.words(DOCUMENT_EDGE, DOCUMENT_BASELINE, cut(label + " \u00b7 " + document.title(), room));
    sheet.wordsRight(width - DOCUMENT_EDGE, DOCUMENT_BASELINE, which);
    sheet.rule(DOCUMENT_EDGE, DOCUMENT_BASELINE + 6, width - 2 * DOCUMENT_EDGE, Look.HAIRLINE);
    return sheet;
  }

  private Run number(int page) {
    return new Run(cover.paNumber() + " \u00b7 page " + page + " of " + total, look.stamp);
  }

  private Run cut(String text, float room) {
    Run whole = new Run(text, look.stamp);
    String kept = whole.text();
    while (look.stamp.width(kept + "\u2026") > room && !kept.isEmpty()) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept.length() == whole.text().length() ? whole : new Run(kept + "\u2026", look.stamp);
  }
}
