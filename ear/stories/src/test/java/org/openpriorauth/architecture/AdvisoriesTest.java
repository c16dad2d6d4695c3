package org.openpriorauth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ships is what its bills of materials say, under licences we know, without a known hole. */
@Tag("security")
class AdvisoriesTest {
  private static final Path ROOT = Path.of(System.getProperty("openpriorauth.root"));
  private static final String OURS = "org.openpriorauth";

  /** Of the EAR, of what lies inside its modules, and of the schema owner's tool. */
  private static final List<String> BILLS =
      List.of("ear", "ejb/reader", "web/screens", "server-config/migrate");

  /** One of them is enough where a library lets us choose. */
  private static final Set<String> LICENCES =
      Set.of(
          "Apache-2.0",
          "Apache Software License 2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "MIT",
          "MIT-0",
          "MIT License",
          // Hibernate: used as it comes, beside our code and replaceable.
          "LGPL-2.1-only");

  private static List<Advisory> advisories;

  /** A library aboard. */
  private record Library(String group, String name, String version, List<String> licences) {
    @Override
    public String toString() {
      return group + ":" + name + ":" + version;
    }
  }

  @BeforeAll
  static void read() throws IOException {
    advisories = Advisory.read(ROOT.resolve(".mvn/advisories.csv"));
  }

  @Test
  void noKnownHoleIsAboard() throws IOException {
    assertThat(found(false)).isEmpty();
  }

  /** A reason that is no longer needed would hide the next of its kind. */
  @Test
  void whatWasAcceptedIsStillAboard() throws IOException {
    long accepted = advisories.stream().filter(a -> !a.accepted().isEmpty()).count();
    assertThat(found(true)).hasSize((int) accepted);
  }

  @Test
  void everyLicenceIsOneThatWeKnow() throws IOException {
    assertThat(aboard())
        .filteredOn(library -> library.licences().stream().noneMatch(LICENCES::contains))
        .isEmpty();
  }

  @Test
  void theBillNamesEachLibraryOfTheEarAndNoOther() throws IOException {
    Path ear = ROOT.resolve("ear/target/openpriorauth.ear");
    Assumptions.assumeTrue(Files.exists(ear), "The EAR is built by mvn verify.");
    Set<String> named = new HashSet<>();
    bill("ear").forEach(c -> named.add("lib/" + c.path("name").asText() + ".jar"));
    // Modules of their own, which lie beside the libraries.
    List.of("ejb", "batch", "api", "screens").forEach(ours -> named.remove("lib/" + ours + ".jar"));
    try (ZipFile archive = new ZipFile(ear.toFile())) {
      assertThat(archive.stream().map(Object::toString).filter(n -> n.matches("lib/.+")))
          .as("offline (-o) Maven makes no bill, and an old one may lie there")
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "g:a, 1.0, 2.0, 1.0, true",
    "g:a, 1.0, 2.0, 1.9.9.Final, true",
    "g:a, 1.0, 2.0, 2.0, false",
    "g:a, 1.0, 2.0, 2.0.1-jre, false",
    "g:a, 1.0, 2.0, 0.9, false",
    "g:a, 1.9, 1.10, 1.9.1, true",
    "g:*, 0, 5, 4, true",
    "g:b, 0, 5, 4, false",
    "h:a, 0, 5, 4, false"
  })
  void anAdvisoryConcernsItsVersions(
      String library, String from, String fixed, String version, boolean concerned) {
    Advisory advisory = new Advisory("CVE-0", library, from, fixed, "here", "");
    assertThat(advisory.concerns("g", "a", version)).isEqualTo(concerned);
  }

  private static List<String> found(boolean accepted) throws IOException {
    List<String> found = new ArrayList<>();
    for (Advisory advisory : advisories) {
      aboard().stream()
          .filter(l -> advisory.concerns(l.group(), l.name(), l.version()))
          .filter(l -> accepted != advisory.accepted().isEmpty())
          .map(l -> advisory.id() + " in " + l + ", fixed in " + advisory.fixed())
          .distinct()
          .forEach(found::add);
    }
    return found;
  }

  private static List<Library> aboard() throws IOException {
    List<Library> aboard = new ArrayList<>();
    for (String module : BILLS) {
      for (JsonNode component : bill(module)) {
        if (!component.path("group").asText().equals(OURS)) {
          aboard.add(library(component));
        }
      }
    }
    assertThat(aboard).hasSizeGreaterThan(80);
    return aboard;
  }

  private static Library library(JsonNode component) {
    List<String> licences = new ArrayList<>();
    for (JsonNode one : component.path("licenses")) {
      JsonNode licence = one.path("license");
      licences.add(licence.path("id").asText(licence.path("name").asText()));
    }
    return new Library(
        component.path("group").asText(),
        component.path("name").asText(),
        component.path("version").asText(),
        licences);
  }

  private static JsonNode bill(String module) throws IOException {
    Path file = ROOT.resolve(module).resolve("target/bom.json");
    Assumptions.assumeTrue(Files.exists(file), "The bill is made by mvn verify.");
    return new ObjectMapper().readTree(file.toFile()).path("components");
  }
}
