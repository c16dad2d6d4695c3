package org.openpriorauth.chart.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.chart.DocumentStore;
import org.openpriorauth.chart.DocumentStoreContract;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

class FileDocumentStoreTest extends DocumentStoreContract {
  @TempDir private Path home;

  private final FileDocumentStore store = new FileDocumentStore();

  @BeforeEach
  void set() {
    store.directory = Optional.of(home.resolve("documents").toString());
  }

  @Override
  protected DocumentStore store() {
    return store;
  }

  @Override
  protected List<String> names() {
    Path root = home.resolve("documents");
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void plant(String name) {
    Path file = home.resolve("documents").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "not ours");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void shortPages(int most) {
    // A directory is read at once.
  }

  @Test
  void aMissingDirectoryIsNamed() {
    store.directory = Optional.empty();
    assertThatThrownBy(store::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("openpriorauth.documents.directory");
  }

  @Test
  void aDiskThatTakesNothingIsAProblemAndLeavesNothing() throws IOException {
    store.open();
    Files.writeString(home.resolve("documents").resolve(clinic.toString()), "in the way");
    assertThatThrownBy(() -> store.put(clinic, id, bytes(10)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.DOCUMENT_STORE_AWAY));
    assertThat(names()).containsExactly(clinic.toString());
  }
}
