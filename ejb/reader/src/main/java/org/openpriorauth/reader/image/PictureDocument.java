package org.openpriorauth.reader.image;

import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.Set;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Drawing;
import org.openpriorauth.reader.document.Ending;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.document.PixelBudget;
import org.openpriorauth.reader.ocr.Gray;
import org.openpriorauth.reader.ocr.Recognised;
import org.openpriorauth.reader.ocr.Recognition;
import org.openpriorauth.reader.page.Layout;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageSize;
import org.openpriorauth.reader.page.Rotation;

/** TIFF, JPEG, PNG or JPEG 2000: every frame is a page. */
public final class PictureDocument implements Document {
  /** Beyond this, more pixels do not help OCR. */
  private static final int FINEST = 300;

  private final Frames frames;
  private final Limits limits;
  private final Recognition recognition;
  private final Set<String> flags;

  private PictureDocument(Frames frames, Limits limits, Recognition recognition, boolean cutOff) {
    this.frames = frames;
    this.flags = cutOff ? Set.of("incomplete") : Set.of();
    this.limits = limits;
    this.recognition = recognition;
  }

  /**
   * Opens a picture: counts and measures its frames, and decodes none.
   *
   * @throws Failure DAMAGED, TOO_MANY_PAGES, or PAGE_TOO_BIG if its only frame is
   */
  public static PictureDocument open(byte[] content, Limits limits, Recognition recognition)
      throws Failure {
    Frames frames = Frames.open(content, limits.maxPages());
    try {
      if (frames.count() == 1) {
        frames.shape(0).reduction(limits.maxPixels());
      }
      return new PictureDocument(frames, limits, recognition, isCutOff(frames, content));
    } catch (Failure failure) {
      frames.close();
      throw failure;
    }
  }

  /** The JDK fills what is missing with gray and says nothing; a TIFF has no mark at its end. */
  private static boolean isCutOff(Frames frames, byte[] content) {
    return switch (frames.mediaType()) {
      case "image/jpeg" -> !Ending.holds(content, "\u00ff\u00d9");
      case "image/png" -> !Ending.holds(content, "IEND");
      default -> false;
    };
  }

  @Override
  public String mediaType() {
    return frames.mediaType();
  }

  @Override
  public int pages() {
    return frames.count();
  }

  @Override
  public Set<String> flags() {
    return flags;
  }

  @Override
  public PageSize size(int index) {
    try {
      return frames.shape(index).size();
    } catch (Failure failure) {
      return PageSize.UNKNOWN;
    }
  }

  @Override
  public Page read(int index, Deadline deadline) throws Failure {
    FrameShape shape = frames.shape(index);
    int dpi = ocrDpi(shape);
    Gray gray = gray(index, shape, dpi);
    if (deadline.passed()) {
      throw new Failure(FailureCode.TIMED_OUT);
    }
    Recognised seen = recognition.read(gray, dpi, deadline);
    return new Page(
        seen.source(),
        seen.rotation(),
        shape.size().turned(seen.rotation()),
        Layout.of(seen.words()),
        new LinkedHashSet<>(seen.flags()),
        seen.ocr());
  }

  @Override
  public Drawing draw(int index, int dpi, Rotation known, Deadline deadline) throws Failure {
    FrameShape shape = frames.shape(index);
    int affordable = PixelBudget.dpi(shape.size(), dpi, limits.maxPixels());
    Rotation rotation = known != null ? known : rotation(index, shape, deadline);
    BufferedImage image = shape.scaled(frames.decoded(index, limits.maxPixels()), affordable);
    return new Drawing(Gray.turned(image, rotation), affordable, rotation);
  }

  private Rotation rotation(int index, FrameShape shape, Deadline deadline) throws Failure {
    int dpi = ocrDpi(shape);
    return recognition.upright(gray(index, shape, dpi), dpi, deadline);
  }

  private int ocrDpi(FrameShape shape) throws Failure {
    long most = Math.min(limits.maxPixels(), Gray.MOST_PIXELS);
    return PixelBudget.dpi(shape.size(), Math.min(FINEST, shape.dpi()), most);
  }

  private Gray gray(int index, FrameShape shape, int dpi) throws Failure {
    return Gray.of(shape.scaled(frames.decoded(index, limits.maxPixels()), dpi));
  }

  @Override
  public void close() {
    frames.close();
  }
}
