package org.openpriorauth.reader.typed;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Drawing;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.PixelBudget;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageSize;
import org.openpriorauth.reader.page.PageText;
import org.openpriorauth.reader.page.Rotation;

/** Typed pages as a document. */
public final class TypedDocument implements Document {
  private final String mediaType;
  private final Set<String> flags;
  private final List<TypedPage> pages;
  private final long maxPixels;

  TypedDocument(String mediaType, Set<String> flags, List<TypedPage> pages, long maxPixels) {
    this.mediaType = mediaType;
    this.flags = flags;
    this.pages = pages;
    this.maxPixels = maxPixels;
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  @Override
  public int pages() {
    return pages.size();
  }

  @Override
  public Set<String> flags() {
    return flags;
  }

  @Override
  public PageSize size(int index) {
    return pages.get(index).format().size();
  }

  @Override
  public Page read(int index, Deadline deadline) {
    PageText text = pages.get(index).text();
    Set<String> found = text.spans().isEmpty() ? Set.of("blank") : Set.of();
    return new Page(Page.Source.TEXT, Rotation.NONE, size(index), text, found, null);
  }

  @Override
  public Drawing draw(int index, int dpi, Rotation rotation, Deadline deadline) throws Failure {
    PageSize size = size(index);
    int affordable = PixelBudget.dpi(size, dpi, maxPixels);
    double scale = affordable / 72.0;
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(size.width() * scale),
            (int) Math.round(size.height() * scale),
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    pages.get(index).draw(graphics, image.getWidth(), image.getHeight());
    graphics.dispose();
    return new Drawing(image, affordable, Rotation.NONE);
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
