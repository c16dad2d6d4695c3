package org.openpriorauth.packet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.wire.json.Json;

/**
 * A letter as its author handed it in, whoever that is: nothing of it is believed before it was
 * checked. An empty one stands for the template's.
 */
public record LetterText(List<Paragraph> paragraphs) {
  private static final int MOST_PARAGRAPHS = 100;
  private static final int MOST_SENTENCES = 40;
  private static final int MOST_CITATIONS = 20;
  private static final int LONGEST_SENTENCE = 2000;
  private static final int LONGEST_REASON = 500;

  /** The template's, made from the facts of each day. */
  public static final LetterText TEMPLATE = new LetterText(List.of());

  public LetterText {
    paragraphs = listed(paragraphs);
  }

  /**
   * @param item whether it is one of a list
   */
  public record Paragraph(boolean item, List<Written> sentences) {
    public Paragraph {
      sentences = listed(sentences);
    }
  }

  /**
   * One sentence.
   *
   * @param keptBecause why its author keeps it although the check doubts it, or null
   */
  public record Written(String text, List<Cited> citations, String keptBecause) {
    public Written {
      text = text == null ? "" : text.replaceAll("\\s+", " ").strip();
      citations = listed(citations);
      keptBecause = keptBecause == null || keptBecause.isBlank() ? null : keptBecause.strip();
    }

    /** JSON has an escape for half a character; nothing that is stored or drawn has. */
    private boolean encodable() {
      return Stream.concat(Stream.of(text, keptBecause), citations.stream().map(Cited::quote))
          .filter(Objects::nonNull)
          .allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode);
    }
  }

  /**
   * A place on a page of the chart.
   *
   * @param page 1 for the first
   * @param start first character in the page's text
   * @param end one past the last
   * @param quote the characters themselves
   */
  public record Cited(UUID documentId, int page, int start, int end, String quote) {
    public static Cited of(Evidence evidence) {
      return new Cited(
          evidence.documentId(),
          evidence.page(),
          evidence.start(),
          evidence.end(),
          evidence.quote());
    }

    Evidence evidence() {
      return new Evidence(documentId, page, start, end, List.of(), quote == null ? "" : quote);
    }
  }

  /**
   * As a screen sends it.
   *
   * @throws Problem MALFORMED
   */
  public static LetterText read(byte[] json) {
    try {
      LetterText read = Json.mapper().readValue(json, LetterText.class);
      if (read != null) {
        return read;
      }
    } catch (IOException e) {
      // Not handed on: it would tell the letter's words.
      throw Problem.of(ErrorCode.MALFORMED);
    }
    throw Problem.of(ErrorCode.MALFORMED);
  }

  /** A letter of the template's, in the form in which people take it over. */
  public static LetterText of(Letter letter) {
    return new LetterText(
        letter.paragraphs().stream()
            .map(p -> new Paragraph(p.item(), p.sentences().stream().map(LetterText::of).toList()))
            .toList());
  }

  private static Written of(Sentence sentence) {
    return new Written(
        sentence.text(),
        sentence.evidence().stream().map(cited -> Cited.of(cited.place())).toList(),
        null);
  }

  public boolean template() {
    return paragraphs.isEmpty();
  }

  public Stream<Written> sentences() {
    return paragraphs.stream().flatMap(p -> p.sentences().stream());
  }

  /**
   * @throws Problem INVALID
   */
  public void bounded() {
    List<Fault> faults = new ArrayList<>();
    within(faults, "/paragraphs", paragraphs.size(), MOST_PARAGRAPHS);
    for (int i = 0; i < paragraphs.size() && faults.isEmpty(); i++) {
      String at = "/paragraphs/" + i + "/sentences";
      List<Written> sentences = paragraphs.get(i).sentences();
      within(faults, at, sentences.size(), MOST_SENTENCES);
      for (int j = 0; j < sentences.size(); j++) {
        bounded(faults, at + "/" + j, sentences.get(j));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private static void within(List<Fault> faults, String at, int size, int most) {
    if (size == 0) {
      faults.add(new Fault(at, "empty", "A letter has paragraphs, and a paragraph sentences."));
    } else if (size > most) {
      faults.add(new Fault(at, "size", "At most %d here.".formatted(most)));
    }
  }

  private static void bounded(List<Fault> faults, String at, Written written) {
    if (!written.encodable()) {
      faults.add(new Fault(at, "characters", "It holds half a character."));
    }
    if (written.text().isEmpty()) {
      faults.add(new Fault(at + "/text", "empty", "A sentence needs words."));
    } else if (written.text().length() > LONGEST_SENTENCE) {
      faults.add(new Fault(at + "/text", "size", "A sentence has at most 2,000 characters."));
    }
    if (written.citations().size() > MOST_CITATIONS) {
      faults.add(new Fault(at + "/citations", "size", "A sentence has at most 20 citations."));
    }
    for (int i = 0; i < written.citations().size(); i++) {
      Cited cited = written.citations().get(i);
      if (cited.documentId() == null || cited.quote() == null || cited.quote().isBlank()) {
        String words = "A citation names its document and quotes its words.";
        faults.add(new Fault(at + "/citations/" + i, "missing", words));
      }
    }
    if (written.keptBecause() != null && written.keptBecause().length() > LONGEST_REASON) {
      faults.add(new Fault(at + "/kept_because", "size", "A reason has at most 500 characters."));
    }
  }

  private static <T> List<T> listed(List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }
}
