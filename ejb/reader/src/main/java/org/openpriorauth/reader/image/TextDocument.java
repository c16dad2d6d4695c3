package org.openpriorauth.reader.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Drawing;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.document.PixelBudget;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageSize;
import org.openpriorauth.reader.page.PageText;
import org.openpriorauth.reader.page.Rotation;

/** Plain text, set in a typewriter face on letter pages; its own lines are kept in the text. */
public final class TextDocument implements Document {
  private static final PageSize LETTER = new PageSize(612, 792);

  private final List<TypedPage> pages;
  private final long maxPixels;

  private TextDocument(List<TypedPage> pages, long maxPixels) {
    this.pages = pages;
    this.maxPixels = maxPixels;
  }

  /**
   * Sets a text.
   *
   * @param content UTF-8, checked before
   * @throws Failure TOO_MANY_PAGES
   */
  public static TextDocument open(byte[] content, Limits limits) throws Failure {
    String text = new String(content, StandardCharsets.UTF_8);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Typist typist = new Typist(limits.maxPages());
    typist.set(plain.replace("\r\n", "\n").replace('\r', '\n').replace("\t", "    "));
    return new TextDocument(typist.pages(), limits.maxPixels());
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }

  @Override
  public int pages() {
    return pages.size();
  }

  @Override
  public Set<String> flags() {
    return Set.of();
  }

  @Override
  public PageSize size(int index) {
    return LETTER;
  }

  @Override
  public Page read(int index, Deadline deadline) {
    PageText text = pages.get(index).text();
    Set<String> flags = text.spans().isEmpty() ? Set.of("blank") : Set.of();
    return new Page(Page.Source.TEXT, Rotation.NONE, LETTER, text, flags, null);
  }

  @Override
  public Drawing draw(int index, int dpi, Rotation rotation, Deadline deadline) throws Failure {
    int affordable = PixelBudget.dpi(LETTER, dpi, maxPixels);
    double scale = affordable / 72.0;
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(LETTER.width() * scale),
            (int) Math.round(LETTER.height() * scale),
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 10).deriveFont((float) (9.5 * scale)));
    pages.get(index).draw(graphics, image.getWidth(), image.getHeight());
    graphics.dispose();
    return new Drawing(image, affordable, Rotation.NONE);
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
