package org.openpriorauth.reader.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.document.Drawing;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.PixelBudget;
import org.openpriorauth.reader.ocr.Gray;
import org.openpriorauth.reader.ocr.Recognised;
import org.openpriorauth.reader.ocr.Recognition;
import org.openpriorauth.reader.page.Layout;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageSize;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Tick;
import org.openpriorauth.reader.page.Word;

/** Decides page by page whether the text layer is enough or the page must be looked at. */
final class PdfPages {
  private static final int FINEST = 300;
  private static final int COARSEST = 150;

  private final PDDocument pdf;
  private final long maxPixels;
  private final Recognition recognition;
  private final PDFRenderer renderer;

  PdfPages(PDDocument pdf, long maxPixels, Recognition recognition) {
    this.pdf = pdf;
    this.maxPixels = maxPixels;
    this.recognition = recognition;
    this.renderer = new PDFRenderer(pdf);
    renderer.setSubsamplingAllowed(true);
  }

  /** As a viewer shows the page. */
  static PageSize size(PDPage page) {
    PDRectangle crop = page.getCropBox();
    return new PageSize(crop.getWidth(), crop.getHeight())
        .turned(Rotation.ofDegrees(page.getRotation()));
  }

  Page read(PDPage page, int index, Deadline deadline) throws Failure {
    TextLayer layer = layer(page, index);
    if (layer.isEnough()) {
      return textPage(page, layer);
    }
    try {
      return lookedAt(page, index, layer, deadline);
    } catch (Failure failure) {
      if (!layer.isLegible()) {
        throw failure;
      }
      // A few words are better than none, but the reason must stay visible.
      Page text = textPage(page, layer);
      text.flags().add("unreadable");
      text.flags().add(failure.code().wire());
      return text;
    }
  }

  private TextLayer layer(PDPage page, int index) throws Failure {
    try {
      return TextLayerReader.read(pdf, page, index);
    } catch (IOException | RuntimeException e) {
      throw new Failure(FailureCode.DAMAGED, "The content of the page is broken.");
    }
  }

  private static Page textPage(PDPage page, TextLayer layer) {
    return new Page(
        Page.Source.TEXT,
        layer.rotation(),
        size(page).turned(layer.rotation()),
        Layout.of(layer.words()),
        flags(layer),
        null);
  }

  private Page lookedAt(PDPage page, int index, TextLayer layer, Deadline deadline) throws Failure {
    int dpi = ocrDpi(page, layer);
    Gray picture = Gray.of(drawn(index, dpi));
    if (deadline.passed()) {
      throw new Failure(FailureCode.TIMED_OUT);
    }
    Recognised seen = recognition.read(picture, dpi, deadline);
    Set<String> flags = flags(layer);
    flags.addAll(seen.flags());
    if (layer.fragilePicture() && seen.flags().contains("blank")) {
      flags.add("image_not_shown");
    }
    Comparison comparison = Comparison.of(layer, seen);
    if (comparison.layerIsWrong()) {
      flags.add("bad_text_layer");
    }
    List<Word> words = comparison.words();
    return new Page(
        comparison.source(),
        seen.rotation(),
        size(page).turned(seen.rotation()),
        Layout.of(words),
        flags,
        seen.ocr());
  }

  private static Set<String> flags(TextLayer layer) {
    Set<String> flags = new LinkedHashSet<>();
    if (layer.cutShort()) {
      flags.add("cut_short");
    }
    if (Tick.isUnclear(layer.words())) {
      flags.add(Tick.UNCLEAR_BOX);
    }
    return flags;
  }

  /** The scan's own resolution where it has one: drawing it finer costs time and gains nothing. */
  private int ocrDpi(PDPage page, TextLayer layer) throws Failure {
    double own = layer.pictureDpi() == 0 ? FINEST : layer.pictureDpi();
    int wished = (int) Math.round(Math.min(FINEST, Math.max(COARSEST, own)));
    return PixelBudget.dpi(size(page), wished, Math.min(maxPixels, Gray.MOST_PIXELS));
  }

  Drawing draw(PDPage page, int index, int dpi, Rotation known, Deadline deadline) throws Failure {
    int affordable = PixelBudget.dpi(size(page), dpi, maxPixels);
    Rotation rotation = known != null ? known : rotation(page, index, deadline);
    return new Drawing(Gray.turned(drawn(index, affordable), rotation), affordable, rotation);
  }

  private Rotation rotation(PDPage page, int index, Deadline deadline) throws Failure {
    TextLayer layer = layer(page, index);
    if (layer.isEnough()) {
      return layer.rotation();
    }
    int dpi = ocrDpi(page, layer);
    return recognition.upright(Gray.of(drawn(index, dpi)), dpi, deadline);
  }

  private BufferedImage drawn(int index, int dpi) throws Failure {
    try {
      return renderer.renderImageWithDPI(index, dpi, ImageType.RGB);
    } catch (IOException | RuntimeException e) {
      throw new Failure(FailureCode.DAMAGED, "The page cannot be drawn.");
    }
  }
}
