package org.openpriorauth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No secret lies in the repository or in what ships; what looks like one has a reason here. */
@Tag("security")
class SecretsTest {
  private static final Path ROOT = Path.of(System.getProperty("openpriorauth.root"));

  /** Made by a build or a run, or kept by git itself. */
  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", ".run", ".idea", ".vscode", ".settings");

  /** In bytes; longer files are pictures and fonts. */
  private static final long LONGEST = 2_000_000;

  /** Places and kinds that may look like a secret, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "ejb/src/test/java/org/openpriorauth/keys/kms/KmsStandIn.java: assigned in code",
          "the example of AWS's own documentation, against which signatures are held",
          "ejb/src/test/java/org/openpriorauth/keys/CiphersTest.java: key of 32 bytes",
          "a ring of the test's own: 32 bytes that anybody may know",
          "ejb/src/test/java/org/openpriorauth/network/OutboundTest.java: password in an address",
          "an address that must be refused");

  /** Archives of the EAR that hold our own classes and files. */
  private static final Set<String> OURS =
      Set.of(
          "lib/persistence.jar",
          "lib/audit-seal.jar",
          "ejb.jar",
          "batch.jar",
          "api.war",
          "screens.war");

  @Test
  void noFileOfTheRepositoryHoldsASecret() throws IOException {
    assertThat(inRepository()).isSubsetOf(ALLOWED.keySet());
  }

  @Test
  void everyExceptionIsStillNeeded() throws IOException {
    assertThat(inRepository()).containsAll(ALLOWED.keySet());
  }

  /** Secrets in classes and settings, and whole files that have no business there. */
  @Test
  void nothingOfTheKindShips() throws IOException {
    Path ear = ROOT.resolve("ear/target/openpriorauth.ear");
    Assumptions.assumeTrue(Files.exists(ear), "The EAR is built by mvn verify.");
    List<String> found = new ArrayList<>();
    int archives = 0;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(ear))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (OURS.contains(entry.getName())) {
          archives++;
          aboard(entry.getName(), new ByteArrayInputStream(in.readAllBytes()), found);
        }
      }
    }
    assertThat(archives).isEqualTo(OURS.size());
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.openpriorauth.architecture.SecretKind#samples")
  void eachKindIsFound(String kind, String file, String text) {
    assertThat(SecretKind.in(file, text)).contains(kind);
  }

  @ParameterizedTest
  @MethodSource("org.openpriorauth.architecture.SecretKind#harmless")
  void whatIsNoneIsLeftAlone(String file, String text) {
    assertThat(SecretKind.in(file, text)).isEmpty();
  }

  private static void aboard(String archive, InputStream content, List<String> found)
      throws IOException {
    try (ZipInputStream in = new ZipInputStream(content)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        byte[] bytes = in.readAllBytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (name.matches(".*\\.(pem|key|p12|pfx|jks|env|kdbx)|(.*/)?\\.(git|svn|env).*")
            || (name.endsWith(".class") && text.contains("Lorg/junit/"))) {
          found.add(archive + "!" + name);
        }
        if (bytes.length <= LONGEST) {
          SecretKind.in(name, text).forEach(k -> found.add(archive + "!" + name + ": " + k));
        }
      }
    }
  }

  private static List<String> inRepository() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(ROOT, new Ours(files));
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String name = ROOT.relativize(file).toString();
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      SecretKind.in(name, text).forEach(kind -> found.add(name + ": " + kind));
    }
    assertThat(files).as("the repository was walked").hasSizeGreaterThan(500);
    return Stream.of(found).flatMap(List::stream).sorted().toList();
  }

  /** What somebody wrote. */
  private static final class Ours extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    private Ours(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) {
      Path name = directory.getFileName();
      return name != null && NOT_OURS.contains(name.toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
      if (about.isRegularFile() && about.size() <= LONGEST) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
