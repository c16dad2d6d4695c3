package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes that come as plain text. */
class PlainTextTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void keepsItsOwnLines() {
    String note = "Patient:   José Núñez\r\n\r\nPlan: " + "physiotherapy ".repeat(12) + "\n";

    Frame page = Loop.page(utf8("\uFEFF" + note), 1);

    assertThat(page.string("text")).isEqualTo(note.replace("\r\n", "\n"));
    assertThat(page.word("Núñez").confidence()).isEqualTo(100);
    assertThat(page.words()).allSatisfy(w -> assertThat(w.x() + w.width()).isLessThan(1));
    assertThat(page.word("Plan:").y()).isGreaterThan(page.word("Patient:").y());
  }

  @Test
  void isCutIntoPages() {
    List<Frame> frames = Loop.read(utf8("first\fsecond\n" + "line\n".repeat(100)));

    assertThat(frames.get(0).number("pages")).isEqualTo(3);
    assertThat(frames.get(2).string("text")).startsWith("second\nline\n");
  }

  @Test
  void aLineLongerThanAPageGoesOnOverTheNext() {
    List<Frame> frames = Loop.read(utf8("A12 ".repeat(6000)));

    assertThat(frames.get(0).number("pages")).isEqualTo(4);
    for (Frame page : frames.subList(1, 5)) {
      assertThat(page.string("text").length()).isBetween(5000, 6200);
      assertThat(page.words()).allMatch(w -> w.y() + w.height() < 1);
    }
  }

  @Test
  void aPageOfSpacesOrLettersWithoutAnySpaceIsCut() {
    String wide = (" ".repeat(3000) + "\n").repeat(64);

    assertThat(Loop.page(utf8("Note\n" + wide), 1).string("text").length()).isLessThan(13_000);
    assertThat(Loop.page(utf8("x" + "\uD83E\uDE7A".repeat(5000)), 1).words())
        .hasSizeGreaterThan(30)
        .noneMatch(w -> w.text().contains("\uFFFD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A12 ", "a ", "x", " \t", "\f", "\n\f"})
  void twoMegabytesWithoutALineAreNoNote(String part) {
    List<Frame> frames = Loop.read(utf8(part.repeat(2_000_000 / part.length()) + "."));

    assertThat(frames.get(0).string("code")).isEqualTo("too_many_pages");
  }

  @Test
  void isDrawn() {
    Frame image = Loop.render(utf8("Note\n"), ",\"dpi\":50");

    assertThat(image.number("width")).isEqualTo(425);
    assertThat(image.number("height")).isEqualTo(550);
    assertThat(image.content()).hasSize(image.number("content_length"));
  }
}
