package org.openpriorauth.extraction.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The reading process's program: carried by the EAR, unpacked once for each content. */
final class ReaderJar {
  private static final String RESOURCE = "/children/reader.jar";

  private ReaderJar() {}

  /** A file named by its hash, so that two releases side by side never share one. */
  static Path unpack() throws IOException {
    byte[] jar;
    try (InputStream in = ReaderJar.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("The EAR carries no " + RESOURCE + ".");
      }
      jar = in.readAllBytes();
    }
    Path directory = directory();
    Path file = directory.resolve("reader-" + hash(jar) + ".jar");
    if (!Files.exists(file) || Files.size(file) != jar.length) {
      Path part = Files.createTempFile(directory, "reader", ".part");
      Files.write(part, jar);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  /** Below the server's own temporary folder and only for the server's user. */
  static Path directory() throws IOException {
    Path directory =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "openpriorauth-" + System.getProperty("user.name"));
    Files.createDirectories(directory);
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
    return directory;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }
}
