package org.openpriorauth.chart.filestore;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.DocumentStore;
import org.openpriorauth.kernel.ClinicId;

/** Documents as files below one directory: a folder a clinic, then by the end of the id. */
@ApplicationScoped
public class FileDocumentStore implements DocumentStore {
  @Inject
  @ConfigProperty(name = "openpriorauth.documents.directory")
  String directory;

  private Path root;

  @PostConstruct
  void open() {
    root = Path.of(directory);
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new IllegalStateException(
          "openpriorauth.documents.directory cannot be written: " + root, e);
    }
  }

  @Override
  public void put(ClinicId clinic, UUID document, byte[] sealed) {
    Path file = file(clinic, document);
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel out =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("A document could not be stored.", e);
    }
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
  public byte[] get(ClinicId clinic, UUID document) {
    try {
      return Files.readAllBytes(file(clinic, document));
    } catch (IOException e) {
      throw new IllegalStateException("The content of document " + document + " is gone.", e);
    }
  }

  /** The end of a time-ordered id is random, so the folders fill evenly. */
  private Path file(ClinicId clinic, UUID document) {
    String id = document.toString();
    return root.resolve(clinic.toString()).resolve(id.substring(id.length() - 2)).resolve(id);
  }
}
