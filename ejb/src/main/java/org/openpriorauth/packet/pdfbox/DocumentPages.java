package org.openpriorauth.packet.pdfbox;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.openpriorauth.packet.PacketDocument;
import org.openpriorauth.wire.pdf.Face;
import org.openpriorauth.wire.pdf.Look;

/**
 * The documents' pages: the picture, the text under it, and a margin that says which page it is.
 */
final class DocumentPages {
  /** Round the picture, in points; fax machines do not print the outermost. */
  private static final float MARGIN = 18;

  /** Kept free above the picture for the stamp. */
  private static final float STAMP = 34;

  private static final float TEXT_SIZE = 9;

  private final PDDocument document;
  private final Look look;
  private final Pictures pictures;

  DocumentPages(PDDocument document, Look look) {
    this.document = document;
    this.look = look;
    this.pictures = new Pictures(document);
  }

  /** Appends the page; its stamp comes later. */
  PDPage append(PacketDocument from, int number) throws IOException {
    Pixels pixels = Pixels.of(from.pages().png(number));
    boolean wide = pixels.width() > pixels.height();
    PDRectangle paper =
        wide
            ? new PDRectangle(Look.PAGE_HEIGHT, Look.PAGE_WIDTH)
            : new PDRectangle(Look.PAGE_WIDTH, Look.PAGE_HEIGHT);
    float across = (paper.getWidth() - 2 * MARGIN) / pixels.width();
    float down = (paper.getHeight() - MARGIN - STAMP) / pixels.height();
    float scale = Math.min(across, down);
    float width = pixels.width() * scale;
    float height = pixels.height() * scale;
    float x = (paper.getWidth() - width) / 2;
    float y = paper.getHeight() - STAMP - height;
    PDPage page = new PDPage(paper);
    document.addPage(page);
    PDImageXObject picture = pictures.store(pixels);
    try (PDPageContentStream to = new PDPageContentStream(document, page)) {
      text(to, from.pages().text(number), new PDRectangle(x, y, width, height));
      to.drawImage(picture, x, y, width, height);
    }
    return page;
  }

  /** Unseen, for search only: line by line over the picture's height, each in its width. */
  private void text(PDPageContentStream to, String text, PDRectangle box) throws IOException {
    List<String> lines =
        text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return;
    }
    Face face = look.stamp.face();
    float step = box.getHeight() / lines.size();
    float size = Math.min(TEXT_SIZE, step);
    to.beginText();
    to.setRenderingMode(RenderingMode.NEITHER);
    to.setFont(face.font(), size);
    to.setLeading(step);
    to.newLineAtOffset(box.getLowerLeftX(), box.getUpperRightY() - size);
    for (String line : lines) {
      String printable = face.printable(line);
      float width = face.width(printable, size);
      to.setHorizontalScaling(width > box.getWidth() ? 100 * box.getWidth() / width : 100);
      to.showText(printable);
      to.newLine();
    }
    to.endText();
  }
}
