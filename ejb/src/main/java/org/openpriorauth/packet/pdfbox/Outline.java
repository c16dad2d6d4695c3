package org.openpriorauth.packet.pdfbox;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.openpriorauth.packet.PacketDocument;

/** The bookmarks: the parts, and under the last one each document. */
final class Outline {
  private final List<PDPage> pages;
  private final Places places;

  Outline(List<PDPage> pages, Places places) {
    this.pages = pages;
    this.places = places;
  }

  void set(PDDocument document, List<PacketDocument> documents) {
    PDDocumentOutline outline = new PDDocumentOutline();
    for (Part part : Part.values()) {
      Integer first = places.starts().get(part);
      if (first == null) {
        continue;
      }
      PDOutlineItem item = item(part.title(), first);
      outline.addLast(item);
      if (part == Part.DOCUMENTS) {
        documents.stream()
            .filter(d -> d.pages().count() > 0)
            .forEach(d -> item.addLast(item(title(d), places.firstPages().get(d.label()))));
        item.openNode();
      }
    }
    outline.openNode();
    document.getDocumentCatalog().setDocumentOutline(outline);
  }

  private static String title(PacketDocument document) {
    return document.label() + "  " + document.title();
  }

  private PDOutlineItem item(String title, int page) {
    PDPageFitDestination to = new PDPageFitDestination();
    to.setPage(pages.get(page - 1));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(to);
    return item;
  }
}
