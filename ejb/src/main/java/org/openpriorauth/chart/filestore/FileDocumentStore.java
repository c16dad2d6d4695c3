package org.openpriorauth.chart.filestore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.ContentName;
import org.openpriorauth.chart.DocumentStore;
import org.openpriorauth.chart.StoreFailure;
import org.openpriorauth.chart.StoreName;
import org.openpriorauth.kernel.ClinicId;

/** Documents as files below one directory, each at its {@link ContentName}. */
@ApplicationScoped
@StoreName("file")
public class FileDocumentStore implements DocumentStore {
  private static final String SETTING = "openpriorauth.documents.directory";

  @Inject
  @ConfigProperty(name = SETTING)
  Optional<String> directory;

  private volatile Path root;

  @Override
  public void open() {
    Path named =
        Path.of(directory.orElseThrow(() -> new IllegalStateException(SETTING + " is not set.")));
    try {
      Files.createDirectories(named);
    } catch (IOException e) {
      throw new IllegalStateException(SETTING + " cannot be written: " + named, e);
    }
    root = named;
  }

  @Override
  public void put(ClinicId clinic, UUID document, byte[] sealed) {
    Path file = file(clinic, document);
    try {
      Files.move(written(file, sealed), file, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory(file.getParent());
    } catch (IOException e) {
      throw StoreFailure.of("not written " + file, e);
    }
  }

  @Override
  public boolean putIfAbsent(ClinicId clinic, UUID document, byte[] sealed) {
    Path file = file(clinic, document);
    try {
      Path part = written(file, sealed);
      try {
        // Unlike a move, a second name is never given over one that is there.
        Files.createLink(file, part);
        forceDirectory(file.getParent());
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.delete(part);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw StoreFailure.of("not written " + file, e);
    }
  }

  /** Whole and on the disk, under a name that nobody asks for. */
  private static Path written(Path file, byte[] sealed) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    Files.createDirectories(file.getParent());
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(sealed);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    return part;
  }

  /** A renamed file is safe only when its directory is. */
  private static void forceDirectory(Path directory) throws IOException {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public Optional<byte[]> find(ClinicId clinic, UUID document) {
    Path file = file(clinic, document);
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StoreFailure.of("not read " + file, e);
    }
  }

  @Override
  public void remove(ClinicId clinic, UUID document) {
    Path file = file(clinic, document);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StoreFailure.of("not removed " + file, e);
    }
  }

  @Override
  public List<UUID> ids(ClinicId clinic, UUID after, int limit) {
    ContentName last = after == null ? null : ContentName.of(clinic, after);
    Path home = root().resolve(clinic.toString());
    List<UUID> found = new ArrayList<>();
    try {
      for (String folder : names(home)) {
        // One folder at a time, and none in vain: a clinic may have millions of contents.
        if (found.size() < limit && (last == null || folder.compareTo(last.folder()) >= 0)) {
          names(home.resolve(folder)).stream()
              .map(name -> folder + "/" + name)
              .filter(inside -> last == null || inside.compareTo(last.inside()) > 0)
              .flatMap(inside -> ContentName.id(inside).stream())
              .limit(limit - found.size())
              .forEach(found::add);
        }
      }
    } catch (IOException e) {
      throw StoreFailure.of("not listed " + home, e);
    }
    return found;
  }

  @Override
  public OptionalLong room() {
    try {
      return OptionalLong.of(Files.getFileStore(root()).getUsableSpace());
    } catch (IOException e) {
      throw StoreFailure.of("room not asked for " + root(), e);
    }
  }

  private static List<String> names(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private Path file(ClinicId clinic, UUID document) {
    return root().resolve(ContentName.of(clinic, document).toString());
  }

  private Path root() {
    if (root == null) {
      open();
    }
    return root;
  }
}
