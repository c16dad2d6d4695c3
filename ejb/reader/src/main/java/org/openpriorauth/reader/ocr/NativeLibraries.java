package org.openpriorauth.reader.ocr;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings our own Tesseract and Leptonica to where the loader finds them, and nothing else. A host's
 * Tesseract has another version and other models; measured quality would be worth nothing.
 */
final class NativeLibraries {
  /** The Tesseract that this build was measured with. */
  static final String VERSION = "5.5.2";

  private static final String MODELS = "tessdata";

  /** Under the plain name JNA finds it in our directory before it asks the system for one. */
  private static final String TESSERACT = "libtesseract.so";

  /** Under the name by which Tesseract asks for it. */
  private static final String LEPTONICA = "libleptonica.so.6";

  private static NativeLibrary leptonica;

  private NativeLibraries() {}

  /**
   * Makes all ready for the first call into Tesseract.
   *
   * @return the directory of the models
   * @throws OcrUnavailable if this machine is not supported or its temporary directory is unfit
   */
  static Path load() {
    Home home = filled();
    try {
      Path ours = home.path().resolve(TESSERACT);
      Path loaded = NativeLibrary.getInstance("tesseract").getFile().toPath();
      if (!ours.toRealPath().equals(loaded.toRealPath())) {
        throw new OcrUnavailable("Another Tesseract than the reader's own was loaded.");
      }
    } catch (UnsatisfiedLinkError | IOException e) {
      throw unloadable(e);
    }
    return home.path().resolve(MODELS);
  }

  /**
   * The library of pictures that Tesseract stands on.
   *
   * @throws OcrUnavailable as above
   */
  static NativeLibrary leptonica() {
    if (leptonica == null) {
      try {
        leptonica = NativeLibrary.getInstance(filled().path().resolve(LEPTONICA).toString());
      } catch (UnsatisfiedLinkError e) {
        throw unloadable(e);
      }
    }
    return leptonica;
  }

  private static OcrUnavailable unloadable(Throwable cause) {
    return new OcrUnavailable(
        "Tesseract cannot be loaded; does the temporary directory forbid execution? Set "
            + Home.PROPERTY
            + " to a directory that allows it.",
        cause);
  }

  /** The private directory with all files in it, and JNA told to look nowhere else. */
  private static Home filled() {
    Home home = home();
    for (Map.Entry<String, String> file : files().entrySet()) {
      home.put(file.getKey(), file.getValue());
    }
    System.setProperty("jna.library.path", home.path().toString());
    // Without this JNA unpacks its own library anew in each process, and a kill leaves it behind.
    System.setProperty("jna.boot.library.path", home.path().toString());
    System.setProperty("jna.nounpack", "true");
    System.setProperty("jna.nosys", "true");
    return home;
  }

  /** The private directory, not yet filled. */
  static Home home() {
    return Home.open(List.copyOf(files().keySet()));
  }

  /** Resources by their names in the private directory. */
  private static Map<String, String> files() {
    String platform = platform();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("org/bytedeco/leptonica/" + platform + "/libleptonica.so.6", LEPTONICA);
    files.put("org/bytedeco/tesseract/" + platform + "/libtesseract.so.5.5", TESSERACT);
    files.put("com/sun/jna/" + jnaPlatform(platform) + "/libjnidispatch.so", "libjnidispatch.so");
    files.put("tessdata/eng.traineddata", MODELS + "/eng.traineddata");
    files.put("tessdata/osd.traineddata", MODELS + "/osd.traineddata");
    return files;
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    if (system.startsWith("linux")) {
      switch (processor) {
        case "amd64", "x86_64":
          return "linux-x86_64";
        case "aarch64", "arm64":
          return "linux-arm64";
        default:
          break;
      }
    }
    throw new OcrUnavailable(
        "OCR runs on Linux with an x86-64 or ARM64 processor; this is "
            + system
            + " on "
            + processor
            + ".");
  }

  private static String jnaPlatform(String platform) {
    return platform.equals("linux-arm64") ? "linux-aarch64" : "linux-x86-64";
  }
}
