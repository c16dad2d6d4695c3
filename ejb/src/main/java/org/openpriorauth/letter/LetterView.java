package org.openpriorauth.letter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.packet.Denial;
import org.openpriorauth.packet.Fault;
import org.openpriorauth.packet.LetterText.Cited;

/**
 * A letter as its writer sees it: each sentence with what is wrong with it, what may be cited, and
 * what speaks against it.
 *
 * @param version that was saved last, 0 before anybody saved one
 * @param template whether these are the template's words of today
 * @param holds whether it may be sent as it is
 * @param phrases sentences that need no citation
 * @param contrary passages that the letter should not pass over
 * @param holes criteria that the record does not show: told to the writer, never to the payer
 * @param denial what an appeal answers, or null
 * @param versions the newest first
 */
public record LetterView(
    String kind,
    int version,
    boolean template,
    boolean holds,
    List<ParagraphView> paragraphs,
    List<Passage> passages,
    List<String> phrases,
    List<ContraryView> contrary,
    List<Hole> holes,
    Denial denial,
    List<VersionView> versions) {

  public record ParagraphView(boolean item, List<SentenceView> sentences) {}

  /**
   * @param phrase whether it is one of those that need no citation
   * @param passes whether it may be sent as it is
   */
  public record SentenceView(
      String text,
      List<Cited> citations,
      String keptBecause,
      boolean phrase,
      boolean passes,
      List<Fault> faults) {}

  /**
   * @param about what it shows or what was read in it
   * @param words the sentence or row in which the cited place stands
   */
  public record Passage(String about, String document, String words, Cited cited) {}

  public record ContraryView(String about, String why, List<Passage> passages) {}

  /**
   * @param why the rules' answer in words
   * @param ask what would fill it, or null
   */
  public record Hole(String criterion, String verdict, String why, String ask) {}

  /**
   * @param template whether the letter went back to the template with it
   */
  public record VersionView(int number, Instant savedAt, UUID savedBy, boolean template) {}
}
