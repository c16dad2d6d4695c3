package org.openpriorauth.reader.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The private directory for what the process must have as files: libraries, models and the font
 * index. Several processes may fill it at the same time; each file appears whole or not at all.
 */
final class Home {
  /** Where the directory is, if not below the machine's temporary directory. */
  static final String PROPERTY = "openpriorauth.reader.home";

  private static final String PRIVATE = "rwx------";

  private final Path directory;

  private Home(Path directory) {
    this.directory = directory;
  }

  /**
   * The directory, made if it is missing.
   *
   * @param resources what will be put there; another build with other ones has another directory
   * @throws OcrUnavailable if it cannot be made, or belongs to somebody else: what lies in it will
   *     be executed
   */
  static Home open(List<String> resources) {
    try {
      String chosen = System.getProperty(PROPERTY);
      Path directory = chosen != null ? Path.of(chosen) : usual(resources);
      make(directory);
      refuseOthers(directory);
      return new Home(directory);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      throw new OcrUnavailable("The reader's private directory cannot be made.", e);
    }
  }

  private static Path usual(List<String> resources) throws IOException {
    CRC32 all = new CRC32();
    for (String resource : resources) {
      URLConnection connection = url(resource).openConnection();
      String mark = resource + connection.getContentLengthLong() + crc(connection);
      all.update(mark.getBytes(StandardCharsets.UTF_8));
    }
    String name = "openpriorauth-reader-" + user() + "-" + Long.toHexString(all.getValue());
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  private static Object user() throws IOException {
    Path self = Path.of("/proc/self");
    Path own = Files.exists(self) ? self : Path.of(System.getProperty("user.home"));
    return Files.getAttribute(own, "unix:uid");
  }

  private static void make(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    }
  }

  private static void refuseOthers(Path directory) throws IOException {
    Object owner = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (!user().equals(owner)) {
      throw new OcrUnavailable(
          "The reader's private directory belongs to another user: " + directory);
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(PRIVATE));
  }

  /** The directory. */
  Path path() {
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
    URL url = url(resource);
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

  private static URL url(String resource) {
    URL url = Home.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new OcrUnavailable("This build carries no " + resource + ".");
    }
    return url;
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
    return crc(connection) == checksum(target);
  }

  /** As the jar lists it, or -1 if the resource is not in a jar. */
  private static long crc(URLConnection connection) throws IOException {
    return connection instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : -1;
  }

  private static long checksum(Path file) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
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
