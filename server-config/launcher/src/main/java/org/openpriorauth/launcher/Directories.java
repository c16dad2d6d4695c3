package org.openpriorauth.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Making, unpacking, copying and removing directories, whole or not at all. */
final class Directories {
  private Directories() {}

  /** A full disk found beforehand beats a database that cannot write. */
  static void requireRoom(Path directory, long bytes) throws IOException {
    long left = Files.getFileStore(directory).getUsableSpace();
    if (left < bytes) {
      throw new LaunchFailure(
          "The disk of %s has %d MB left; %d MB are needed."
              .formatted(directory, left / 1_000_000, bytes / 1_000_000));
    }
  }

  /** A directory that only its owner can read, for what holds secrets or data. */
  static Path secret(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
    return directory;
  }

  /**
   * Unpacks an archive beside its final place and moves it there when it is whole, so that a killed
   * run leaves nothing that looks finished. The archive's single top directory becomes the target.
   */
  static Path unpack(Path zip, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      return target;
    }
    Path beside = target.resolveSibling(target.getFileName() + ".part");
    delete(beside);
    Files.createDirectories(beside);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        extract(in, entry, beside);
      }
    }
    try (Stream<Path> tops = Files.list(beside)) {
      Files.move(tops.findFirst().orElseThrow(), target, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(beside);
    return target;
  }

  private static void extract(InputStream in, ZipEntry entry, Path into) throws IOException {
    Path file = into.resolve(entry.getName()).normalize();
    if (!file.startsWith(into)) {
      throw new IOException("An archive entry points outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    Files.copy(in, file);
    if (file.getFileName().toString().endsWith(".sh") || file.getParent().endsWith("bin")) {
      file.toFile().setExecutable(true, true);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  static String sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
