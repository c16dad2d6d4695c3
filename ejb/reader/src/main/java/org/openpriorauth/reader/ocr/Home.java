package org.openpriorauth.reader.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The private directory for what the process must have as files: libraries, models and the font
 * index. Several processes may fill it at the same time; each file appears whole or not at all.
 */
public final class Home {
  /** Where the directory is, if not below the machine's temporary directory. */
  public static final String PROPERTY = "openpriorauth.reader.home";

  private static final String PRIVATE = "rwx------";

  private final Path directory;

  private Home(Path directory) {
    this.directory = directory;
  }

  /**
   * The directory, made if it is missing.
   *
   * @param kind tells apart the directories of different versions
   * @throws OcrUnavailable if it cannot be made, or belongs to somebody else: what lies in it will
   *     be executed
   */
  public static Home open(String kind) {
    String chosen = System.getProperty(PROPERTY);
    try {
      Object user = Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid");
      Object me = processUser(user);
      Path directory =
          chosen != null
              ? Path.of(chosen)
              : Path.of(
                  System.getProperty("java.io.tmpdir"), "openpriorauth-reader-" + me + "-" + kind);
      make(directory);
      refuseOthers(directory, me);
      return new Home(directory);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      throw new OcrUnavailable("The reader's private directory cannot be made.", e);
    }
  }

  private static Object processUser(Object fallback) throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self) ? Files.getAttribute(self, "unix:uid") : fallback;
  }

  private static void make(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    }
  }

  private static void refuseOthers(Path directory, Object me) throws IOException {
    Object owner = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (!me.equals(owner)) {
      throw new OcrUnavailable(
          "The reader's private directory belongs to another user: " + directory);
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(PRIVATE));
  }

  /** The directory. */
  public Path path() {
    return directory;
  }

  /**
   * Puts a resource there, unless the same is there already.
   *
   * @param resource from the class path
   * @param name below the directory
   * @throws OcrUnavailable if it is not aboard or cannot be written
   */
  Path put(String resource, String name) {
    URL url = Home.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new OcrUnavailable("This build carries no " + resource + ".");
    }
    Path target = directory.resolve(name);
    try {
      if (!isSame(url, target)) {
        copy(url, target);
      }
      return target;
    } catch (IOException e) {
      throw new OcrUnavailable("The reader's private directory cannot be written.", e);
    }
  }

  /** By length and checksum, which a jar lists without unpacking; the owner was checked above. */
  private static boolean isSame(URL url, Path target) throws IOException {
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    URLConnection connection = url.openConnection();
    if (connection.getContentLengthLong() != Files.size(target)) {
      return false;
    }
    return connection instanceof JarURLConnection jar
        && jar.getJarEntry().getCrc() == checksum(target);
  }

  private static long checksum(Path file) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        continue;
      }
      return in.getChecksum().getValue();
    }
  }

  private static void copy(URL url, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path partial =
        Files.createTempFile(target.getParent(), target.getFileName().toString(), ".new");
    try (InputStream in = url.openStream()) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
