package org.openpriorauth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of the ASVS answers each requirement, and names no test that is not there. */
@Tag("security")
class AsvsTest {
  private static final Path ROOT = Path.of(System.getProperty("openpriorauth.root"));
  private static final Pattern ROW =
      Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| [^|]+ \\| ([^|]+) \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Story|IT|InContainer))`");
  private static final Pattern WORD =
      Pattern.compile("review: .+|site[:,] .+|not here.*|\\*\\*open\\*\\*.*", Pattern.DOTALL);

  @Test
  void everyRequirementOfBothLevelsHasItsAnswer() throws IOException {
    List<MatchResult> rows = rows();
    // OWASP ASVS 5.0.0 has 70 requirements of level 1, and 183 more of level 2.
    assertThat(rows).filteredOn(row -> row.group(2).equals("1")).hasSize(70);
    assertThat(rows).filteredOn(row -> row.group(2).equals("2")).hasSize(183);
    assertThat(rows.stream().map(row -> row.group(1))).doesNotHaveDuplicates();
    assertThat(rows.stream().map(row -> row.group(3)))
        .allMatch(a -> TEST.matcher(a).find() || WORD.matcher(a).matches());
  }

  @Test
  void everyTestThatItNamesIsThere() throws IOException {
    Set<String> named =
        rows().stream()
            .flatMap(row -> TEST.matcher(row.group(3)).results())
            .map(test -> test.group(1))
            .collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(tests()).containsAll(named);
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(ROOT.resolve("ear/docs/asvs.md"))).results().toList();
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(file -> ROOT.relativize(file).toString())
          .filter(file -> file.contains("src/test/java/") && file.endsWith(".java"))
          .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
