package org.openpriorauth.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void namesTheNewestMigration() throws Exception {
    Path directory = Path.of(SchemaTest.class.getResource("/db/migration").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("^V|__.*$", "")))
          .filteredOn(version -> version.matches("\\d{14}"))
          .isNotEmpty()
          .contains(Schema.NEWEST)
          .allMatch(version -> version.compareTo(Schema.NEWEST) <= 0);
    }
  }
}
