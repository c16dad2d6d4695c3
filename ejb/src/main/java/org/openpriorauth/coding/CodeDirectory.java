package org.openpriorauth.coding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one directory of the server from which files of codes are loaded. */
@ApplicationScoped
public class CodeDirectory {
  private static final String SETTING = "openpriorauth.codes.directory";

  /** No separator, and no dot before it: what is named lies in the directory itself. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** The agencies' hyphens and quotes are Microsoft's. */
  private static final Charset CHARSET = Charset.forName("windows-1252");

  private static final long LARGEST = 64L << 20;

  @Inject
  @ConfigProperty(name = SETTING)
  Optional<String> directory;

  /**
   * @throws org.openpriorauth.kernel.Problem CODES_REFUSED
   */
  public CodeFile read(String name) {
    if (directory.isEmpty()) {
      throw CodesRefused.because("No directory is set for files of codes: " + SETTING + ".");
    }
    if (name == null || !NAME.matcher(name).matches()) {
      throw CodesRefused.because(
          "The parameter file is the plain name of a file: letters, digits, dots and hyphens.");
    }
    try {
      Path file = Path.of(directory.get()).resolve(name);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw CodesRefused.because(
            "In " + SETTING + " there is no such file, or it is a link or a directory.");
      }
      if (Files.size(file) > LARGEST) {
        throw CodesRefused.because("The file is larger than 64 MiB: that is no file of codes.");
      }
      return of(Files.readAllBytes(file));
    } catch (IOException | InvalidPathException e) {
      throw CodesRefused.because("The file cannot be read by the server's user.");
    }
  }

  static CodeFile of(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' || b == 0x7f) {
        throw CodesRefused.because(
            "This is no text file: an archive, a spreadsheet or a damaged copy. Unpack what the"
                + " agency publishes and take the .txt file.");
      }
    }
    List<String> lines = new String(bytes, CHARSET).stripTrailing().lines().toList();
    if (lines.isEmpty()) {
      throw CodesRefused.because("The file is empty.");
    }
    return new CodeFile(sha256(bytes), lines);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
