package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.PageReader.Page;
import org.openpriorauth.extraction.PageReader.Word;

/** Pages thrown together of all that the rules know: no rule breaks, and every quote is there. */
class RandomPagesTest {
  private static final int PAGES = 400;
  private static final List<String> WORDS = words();

  private static final List<String> VALUES =
      List.of(
          "Okafor, Lena B.",
          "Ruth Abara, MD",
          "02/09/1964",
          "10 04 2026",
          "October 4, 2026",
          "F",
          "TX-55120",
          "1234567893",
          "M54.16",
          "72148",
          "J1745",
          "500 mg",
          "5 mg/5 mL",
          "BID",
          "for 6 weeks",
          "2022 to 2024",
          "4.5",
          "<5",
          "61 %",
          "2.1 x 1.6 cm",
          "Tall Pine Clinic",
          "no",
          "denies",
          "was",
          "if",
          "mother",
          "failed",
          "(555) 010-2233",
          "[x]",
          "☐",
          ":",
          "|",
          "and",
          "-",
          ".",
          "(",
          ")",
          "not effective",
          "left",
          "denied",
          "until 11/03/2026");

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (String list :
        List.of("labels", "columns", "sections", "drugs", "findings", "therapies", "kinds")) {
      try (InputStream in = Phrases.class.getResourceAsStream(list + ".txt")) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#") && line.indexOf(':') > 0)
            .flatMap(line -> List.of(line.substring(line.indexOf(':') + 1).split("\\|")).stream())
            .map(String::strip)
            .filter(phrase -> !phrase.isEmpty())
            .forEach(words::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return words;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noRuleBreaks(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < PAGES; i++) {
      Page page = PageFixture.page(1, 95, lines(random));
      Page patchy = i % 4 == 0 ? without(page, random) : page;
      Extraction read = extract(patchy);
      assertThat(read.whole()).as("seed %d, page %d:%n%s", seed, i, page.text()).isTrue();
      for (Field field : read.fields()) {
        int start = field.evidence().start();
        assertThat(page.text().substring(start, field.evidence().end()))
            .isEqualTo(field.evidence().quote());
        assertThat(field.evidence().documentId()).isEqualTo(new UUID(0, 1));
      }
    }
  }

  private static String[] lines(Random random) {
    String[] lines = new String[1 + random.nextInt(25)];
    for (int l = 0; l < lines.length; l++) {
      StringBuilder line = new StringBuilder();
      for (int w = random.nextInt(7); w >= 0; w--) {
        String word = one(random.nextBoolean() ? WORDS : VALUES, random);
        boolean capital = random.nextBoolean();
        line.append(capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
        line.append(one(List.of(" ", " ", "     ", ": ", ", ", ". ", "/", "-"), random));
      }
      lines[l] = line.toString();
    }
    return lines;
  }

  /** Some words' places are not known. */
  private static Page without(Page page, Random random) {
    List<Word> words = page.words().stream().filter(w -> random.nextInt(6) > 0).toList();
    return new Page(1, "text", 0, List.of(), page.text(), words);
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
