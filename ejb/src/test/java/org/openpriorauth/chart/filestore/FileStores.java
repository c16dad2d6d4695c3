package org.openpriorauth.chart.filestore;

import java.nio.file.Path;
import java.util.Optional;
import org.openpriorauth.chart.DocumentStore;

/** For tests of what stands before the stores. */
public final class FileStores {
  private FileStores() {}

  public static DocumentStore in(Path directory) {
    FileDocumentStore store = new FileDocumentStore();
    store.directory = Optional.of(directory.toString());
    return store;
  }
}
