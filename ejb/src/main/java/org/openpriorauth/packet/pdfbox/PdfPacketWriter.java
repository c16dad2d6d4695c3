package org.openpriorauth.packet.pdfbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.openpriorauth.packet.Citation;
import org.openpriorauth.packet.CoverSheet;
import org.openpriorauth.packet.PacketContent;
import org.openpriorauth.packet.PacketDocument;
import org.openpriorauth.packet.PacketWriter;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Ink;
import org.openpriorauth.wire.pdf.Look;

/** Packets by PDFBox. Nothing touches the disk: a packet is a patient's. */
@ApplicationScoped
public class PdfPacketWriter implements PacketWriter {
  /** Held, so that its level stays. */
  private static final Logger UNMAPPING = Logger.getLogger("org.apache.pdfbox.io.IOUtils");

  static {
    // It reports once, as an error with a trace, that the JDK keeps its buffers closed: true, and
    // without consequence here, where no file is mapped.
    UNMAPPING.setLevel(Level.OFF);
  }

  @Override
  public byte[] write(PacketContent content) {
    try (PDDocument document = new PDDocument()) {
      Look look = new Look(document);
      FrontMatter front = FrontMatter.of(content, look);
      Stamps stamps = new Stamps(content.cover(), look, front.places().total());
      List<PDPage> pages = new ArrayList<>();
      for (int i = 0; i < front.sheets().size(); i++) {
        stamps.front(front.sheets().get(i), i + 1);
        PDPage page = new PDPage(new PDRectangle(Look.PAGE_WIDTH, Look.PAGE_HEIGHT));
        document.addPage(page);
        pages.add(page);
      }
      append(content.documents(), new DocumentPages(document, look), pages);
      Ink ink = new Ink(document, target -> pages.get(front.places().page((Citation) target) - 1));
      for (int i = 0; i < front.sheets().size(); i++) {
        ink.draw(front.sheets().get(i), pages.get(i));
      }
      stamp(content.documents(), stamps, front.places(), pages, ink);
      new Outline(pages, front.places()).set(document, content.documents());
      describe(document, content.cover());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A packet could not be written.", e);
    }
  }

  @Override
  public byte[] letter(PacketContent content, String title) {
    try (PDDocument document = new PDDocument()) {
      Look look = new Look(document);
      Flow flow = new Flow();
      new LetterPart(content, look, flow).layOut(title);
      Stamps stamps = new Stamps(content.cover(), look, flow.sheets().size());
      Ink ink = new Ink(document, target -> null);
      for (int i = 0; i < flow.sheets().size(); i++) {
        stamps.front(flow.sheets().get(i), i + 1);
        PDPage page = new PDPage(new PDRectangle(Look.PAGE_WIDTH, Look.PAGE_HEIGHT));
        document.addPage(page);
        ink.draw(flow.sheets().get(i), page);
      }
      describe(document, content.cover());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A letter could not be written.", e);
    }
  }

  @Override
  public int pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException("A packet could not be read back.", e);
    }
  }

  private static void append(List<PacketDocument> documents, DocumentPages to, List<PDPage> pages)
      throws IOException {
    for (PacketDocument document : documents) {
      for (int number = 1; number <= document.pages().count(); number++) {
        pages.add(to.append(document, number));
      }
    }
  }

  private static void stamp(
      List<PacketDocument> documents, Stamps stamps, Places places, List<PDPage> pages, Ink ink)
      throws IOException {
    for (PacketDocument document : documents) {
      int first = places.firstPages().get(document.label());
      for (int number = 1; number <= document.pages().count(); number++) {
        int at = first + number - 1;
        PDPage page = pages.get(at - 1);
        float width = page.getMediaBox().getWidth();
        ink.draw(stamps.document(document, number, at, width), page);
      }
    }
  }

  /** The packet names no patient here: a title is shown where the packet lies closed. */
  private static void describe(PDDocument document, CoverSheet cover) {
    PDDocumentInformation info = new PDDocumentInformation();
    info.setTitle("Prior authorization request " + cover.paNumber());
    info.setAuthor(cover.clinic().name());
    info.setCreationDate(GregorianCalendar.from(cover.date().atStartOfDay(ZoneOffset.UTC)));
    document.setDocumentInformation(info);
    // The file's id is made of this and the lines above; by default it would be the clock's.
    document.setDocumentId(cover.date().toEpochDay());
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage("en-US");
    catalog.setPageMode(PageMode.USE_OUTLINES);
    PDViewerPreferences preferences =
        new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }
}
