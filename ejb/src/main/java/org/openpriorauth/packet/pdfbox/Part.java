package org.openpriorauth.packet.pdfbox;

/** The parts of a packet, in their order. */
enum Part {
  COVER("Cover sheet"),
  FORM("Request form"),
  STATEMENT("Statement of medical necessity"),
  INDEX("Evidence index"),
  DOCUMENTS("Documents");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
