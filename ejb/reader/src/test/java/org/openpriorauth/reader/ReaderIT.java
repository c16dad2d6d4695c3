package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as the server uses it: through pipes, and until the end. */
class ReaderIT {
  private static final String READ = "{\"op\":\"read\",\"id\":\"7\"}";

  @TempDir private Path temporary;

  @Test
  void servesOneJobAfterTheOtherUntilTheInputEnds() throws Exception {
    byte[] pdf = Pdfs.letter(Pdfs.prose());
    try (Child child = Child.start(temporary)) {
      child.send(READ, new byte[0]);
      assertThat(child.answer().get(0).string("code")).isEqualTo("empty");
      child.send(READ, pdf);
      assertThat(child.answer().get(1).string("text")).startsWith("Riverbend Rheumatology");
      child.send("{\"op\":\"render\",\"id\":\"8\",\"dpi\":72}", pdf);
      Frame image = child.answer().get(0);
      assertThat(image.number("width")).isEqualTo(612);
      assertThat(image.content()).startsWith(0x89, 'P', 'N', 'G');
      child.endInput();
      assertThat(child.output()).isEmpty();
      assertThat(child.exit(10)).isZero();
    }
  }

  @Test
  @Tag("ocr")
  void keepsOnlyItsOwnFilesAndUsesThemAgain() throws Exception {
    byte[] scan = Pdfs.letter(Pdfs.scan(Samples.page(150)));
    for (int run = 0; run < 2; run++) {
      try (Child child = Child.start(temporary)) {
        child.send(READ, scan);
        assertThat(child.answer().get(1).string("text")).contains("Riverbend Rheumatology");
        child.endInput();
        assertThat(child.exit(10)).isZero();
      }
    }
    assertThat(names(temporary))
        .filteredOn(name -> !name.startsWith("hsperfdata"))
        .hasSize(2)
        .contains("log.txt")
        .anyMatch(name -> name.startsWith("openpriorauth-reader-"));
    Path home;
    try (Stream<Path> files = Files.list(temporary)) {
      home = files.filter(p -> p.toString().contains("reader-")).findFirst().get();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
    assertThat(names(home))
        .containsExactlyInAnyOrder(
            "libjnidispatch.so", "libleptonica.so.6", "libtesseract.so", "tessdata");
    assertThat(Files.readString(temporary.resolve("log.txt")))
        .contains("Tesseract 5.5.2")
        .doesNotContain("Riverbend");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void readsTextWhereOcrCannotRun() throws Exception {
    try (Child child = Child.start(temporary, List.of("-Dos.arch=sparc"))) {
      child.send(READ, Pdfs.letter(Pdfs.prose()));
      assertThat(child.answer().get(1).string("text")).startsWith("Riverbend Rheumatology");
      child.send(READ, Pdfs.letter(Pdfs.scan(Samples.page(100))));
      assertThat(child.answer())
          .last()
          .satisfies(
              frame -> {
                assertThat(frame.string("code")).isEqualTo("internal");
                assertThat(frame.string("detail")).contains("OCR runs on Linux").contains("sparc");
              });
    }
  }

  @Test
  void endsItselfOnAPageThatNeverEnds() throws Exception {
    try (Child child = Child.start(temporary)) {
      child.send("{\"op\":\"read\",\"id\":\"7\",\"limits\":{\"page_seconds\":1}}", bomb());
      assertThat(child.next().string("type")).isEqualTo("opened");
      assertThat(child.next()).isNull();
      assertThat(child.exit(12)).isEqualTo(75);
    }
    try (Child next = Child.start(temporary)) {
      next.send(READ, "Note".getBytes(StandardCharsets.UTF_8));
      assertThat(next.answer())
          .last()
          .satisfies(f -> assertThat(f.string("type")).isEqualTo("done"));
    }
  }

  /** Ten forms, each painting the next one twelve times. */
  private static byte[] bomb() {
    String[] objects = new String[14];
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    objects[1] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    objects[2] =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            + " /Resources << /XObject << /F 5 0 R >> >> >>";
    objects[3] = Pdfs.stream("", "/F Do ".repeat(12));
    for (int i = 4; i < 14; i++) {
      String next = i < 13 ? " /Resources << /XObject << /F " + (i + 2) + " 0 R >> >>" : "";
      objects[i] =
          Pdfs.stream(
              "/Type /XObject /Subtype /Form /BBox [0 0 9 9]" + next,
              i < 13 ? "/F Do ".repeat(12) : "0 0 m 1 1 l S");
    }
    return Pdfs.raw(objects);
  }

  @Test
  void endsWhenTheTwoSidesLoseStep() throws Exception {
    try (Child child = Child.start(temporary)) {
      child.sendRaw("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(child.exit(10)).isEqualTo(65);
      assertThat(child.output()).isEmpty();
    }
  }

  @Test
  void printsAFileForPeople() throws Exception {
    Path file = Files.write(temporary.resolve("note.pdf"), Pdfs.letter(Pdfs.prose()));
    try (Child child = Child.start(temporary, file.toString())) {
      List<String> lines = new String(child.output(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSize(3);
      assertThat(Frame.parse(lines.get(1).getBytes(StandardCharsets.UTF_8)))
          .containsEntry("type", "page")
          .containsEntry("number", 1);
      assertThat(child.exit(10)).isZero();
    }
  }
}
