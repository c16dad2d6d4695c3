package org.openpriorauth.reader;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.ocr.OcrUnavailable;
import org.openpriorauth.reader.ocr.Recognition;

/**
 * Where the process starts. Without arguments it serves its parent over stdin and stdout; with file
 * names it prints their pages as lines of JSON, for people.
 */
public final class Reader {
  /** The two sides have lost step. */
  private static final int EXIT_BROKEN_INPUT = 65;

  private Reader() {}

  /**
   * Serves until the end of input, or reads the named files.
   *
   * @param arguments files to print, none to serve
   */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    OutputStream stdout = claimStandardOutput();
    keepOffTheDisk();
    try (Jobs jobs = new Jobs()) {
      if (arguments.length > 0) {
        ResponseStream lines = ResponseStream.lines(stdout);
        for (String name : arguments) {
          byte[] content = Files.readAllBytes(Path.of(name));
          jobs.answer(
              new Request(Request.Operation.READ, name, 1, 1, null, unbounded()), content, lines);
        }
      } else {
        InputStream stdin = new BufferedInputStream(System.in, 1 << 16);
        new Worker(new RequestStream(stdin), ResponseStream.framed(stdout), jobs).run();
      }
      return 0;
    } catch (IOException e) {
      System.err.println("reader: the input or the output broke: " + e.getClass().getSimpleName());
      return EXIT_BROKEN_INPUT;
    }
  }

  /** Documents stay in memory; PDFBox's index of the machine's fonts goes where our files are. */
  private static void keepOffTheDisk() {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    try {
      System.setProperty("pdfbox.fontcache", Recognition.home().toString());
    } catch (OcrUnavailable e) {
      // Text can still be read; a page that needs OCR will say so.
      System.err.println("reader: " + e.getMessage());
    }
  }

  /** Only frames may go to stdout, so whatever else prints is sent to stderr. */
  private static OutputStream claimStandardOutput() {
    System.setOut(System.err);
    return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
  }

  /** A person who names a file means it, and may press Ctrl-C. */
  private static Limits unbounded() {
    return new Limits(10_000, Integer.MAX_VALUE, Limits.DEFAULT.maxPixels(), 300);
  }
}
