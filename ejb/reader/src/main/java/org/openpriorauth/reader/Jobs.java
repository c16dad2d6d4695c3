package org.openpriorauth.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Drawing;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.ocr.OcrUnavailable;
import org.openpriorauth.reader.ocr.Recognition;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageSize;

/** Does jobs. Every step is watched; every failure becomes a frame. */
final class Jobs implements AutoCloseable {
  /** Of a document; two hundred pages of close print have a quarter of it. */
  private static final int MOST_CHARACTERS = 5_000_000;

  private final Watchdog watchdog = new Watchdog();
  private final Recognition recognition = new Recognition();

  /**
   * Does one job and writes its answer.
   *
   * @throws IOException only if the answer cannot be written
   */
  void answer(Request request, byte[] content, ResponseStream out) throws IOException {
    try (Document document = open(request, content)) {
      switch (request.operation()) {
        case READ -> read(request, document, out);
        case RENDER -> render(request, document, out);
        default -> throw new IllegalStateException();
      }
    } catch (Failure failure) {
      out.failed(request.id(), failure);
    } catch (OcrUnavailable e) {
      System.err.println("reader: " + e.getMessage());
      out.failed(request.id(), new Failure(FailureCode.INTERNAL, e.getMessage()));
    } catch (RuntimeException e) {
      out.failed(request.id(), internal(e));
    } catch (OutOfMemoryError | StackOverflowError e) {
      out.failed(request.id(), new Failure(FailureCode.TOO_LARGE));
    } catch (LinkageError e) {
      out.failed(request.id(), internal(e));
    }
  }

  private Document open(Request request, byte[] content) throws Failure {
    Duration time = Duration.ofSeconds(request.limits().pageSeconds());
    Deadline deadline = Deadline.in(time);
    Watchdog.Watch watch = watchdog.begin(time);
    try {
      Document document = MediaType.of(content).open(content, request.limits(), recognition);
      if (deadline.passed()) {
        document.close();
        throw new Failure(FailureCode.TIMED_OUT);
      }
      return document;
    } finally {
      watch.end();
    }
  }

  private void read(Request request, Document document, ResponseStream out)
      throws IOException, Failure {
    out.opened(request.id(), document);
    int characters = 0;
    Duration time = Duration.ofSeconds(request.limits().pageSeconds());
    for (int index = 0; index < document.pages(); index++) {
      Watchdog.Watch watch = watchdog.begin(time);
      Page page;
      try {
        page = page(document, index, Deadline.in(time));
      } finally {
        watch.end();
      }
      characters += page.text().text().length();
      if (characters > MOST_CHARACTERS) {
        throw new Failure(FailureCode.TOO_LARGE);
      }
      out.page(request.id(), index + 1, page);
    }
    out.done(request.id(), document.pages());
  }

  /** One bad page does not spoil the others. */
  private static Page page(Document document, int index, Deadline deadline) {
    try {
      return document.read(index, deadline);
    } catch (Failure failure) {
      return unreadable(document.size(index), failure.code().wire());
    } catch (OcrUnavailable e) {
      // The machine's fault and not the page's: no page would be read.
      throw e;
    } catch (RuntimeException e) {
      return unreadable(document.size(index), internal(e).code().wire());
    } catch (OutOfMemoryError | StackOverflowError e) {
      return unreadable(document.size(index), "out_of_memory");
    }
  }

  private static Page unreadable(PageSize size, String reason) {
    Set<String> flags = new LinkedHashSet<>();
    flags.add("unreadable");
    flags.add(reason);
    return Page.unreadable(size, flags);
  }

  private void render(Request request, Document document, ResponseStream out)
      throws IOException, Failure {
    if (request.page() < 1 || request.page() > document.pages()) {
      throw new Failure(FailureCode.NO_SUCH_PAGE);
    }
    Duration time = Duration.ofSeconds(request.limits().pageSeconds());
    Drawing drawing;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Watchdog.Watch watch = watchdog.begin(time);
    try {
      drawing =
          document.draw(request.page() - 1, request.dpi(), request.rotation(), Deadline.in(time));
      ImageIO.write(drawing.image(), "png", png);
    } finally {
      watch.end();
    }
    out.image(request.id(), request.page(), drawing, png.toByteArray());
  }

  /**
   * What went wrong goes to the log by its kind and place only: a message may quote the content.
   */
  private static Failure internal(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    System.err.println(
        "reader: " + e.getClass().getName() + (trace.length > 0 ? " at " + trace[0] : ""));
    return new Failure(FailureCode.INTERNAL);
  }

  @Override
  public void close() {
    recognition.close();
  }
}
