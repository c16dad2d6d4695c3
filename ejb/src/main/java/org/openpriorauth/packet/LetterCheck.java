package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.packet.CheckedLetter.Checked;
import org.openpriorauth.packet.LetterText.Cited;
import org.openpriorauth.packet.LetterText.Written;

/**
 * Judges a letter sentence by sentence, whoever wrote it: the template, a person, or a program.
 * What a template says without a citation is the request's own data; all else must stand in the
 * chart.
 */
public final class LetterCheck {
  private final LetterGround ground;
  private final Set<String> phrases;
  private final List<String> quoted;
  private final List<String> data;

  /**
   * @param template of this letter today: only its fixed sentences go without a citation
   * @param quoted words of the payer that the letter may repeat
   */
  public LetterCheck(LetterGround ground, Letter template, List<String> quoted) {
    this.ground = ground;
    this.phrases = phrases(template);
    this.quoted = new ArrayList<>(quoted);
    ground.criteria().stream()
        .filter(c -> c.verdict() == Verdict.MET)
        .map(IndexedCriterion::text)
        .forEach(this.quoted::add);
    this.data = ground.data();
  }

  /** The sentences without a citation that this letter may hold. */
  public static Set<String> phrases(Letter template) {
    Set<String> phrases = new TreeSet<>();
    template.sentences().filter(s -> s.fixed().isPresent()).forEach(s -> phrases.add(s.text()));
    Arrays.stream(FixedSentence.values())
        .filter(f -> !f.slotted())
        .map(f -> f.fill())
        .forEach(phrases::add);
    return phrases;
  }

  public CheckedLetter of(LetterText letter) {
    return new CheckedLetter(
        letter.paragraphs().stream()
            .map(
                p ->
                    new CheckedLetter.Paragraph(
                        p.item(), p.sentences().stream().map(this::checked).toList()))
            .toList());
  }

  private Checked checked(Written written) {
    Optional<FixedSentence> phrase =
        phrases.contains(written.text()) ? FixedSentence.of(written.text()) : Optional.empty();
    List<CitedQuote> evidence = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Cited cited : written.citations()) {
      ground
          .find(cited)
          .ifPresentOrElse(
              evidence::add,
              () ->
                  faults.add(
                      Fault.blocking(
                          "citation",
                          "Words that it cites do not stand on page %d of their document, or the page does not count."
                              .formatted(cited.page()))));
    }
    if (phrase.isEmpty()) {
      if (written.citations().isEmpty()) {
        faults.add(Fault.blocking("uncited", "It cites nothing, and is none of the template's."));
      }
      faults.addAll(said(written.text(), evidence.stream().map(CitedQuote::quote).toList()));
    }
    return new Checked(written, phrase, evidence, faults);
  }

  private List<Fault> said(String text, List<String> quotes) {
    List<Fault> faults = new ArrayList<>(Identity.faults(text, ground.accepted(), quotes));
    Verdict whole = ground.whole() == null ? Verdict.NOT_FOUND : ground.whole();
    faults.addAll(Claims.faults(text, ground.criteria(), whole));
    faults.addAll(Literature.faults(text, quotes));
    faults.addAll(SentenceCheck.faults(without(text), quotes, data));
    return faults;
  }

  /** A criterion's own words are the payer's, not a claim about the record. */
  private String without(String text) {
    String rest = text;
    for (String words : quoted) {
      String plain = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
      int at = rest.toLowerCase(Locale.ROOT).indexOf(plain.toLowerCase(Locale.ROOT));
      if (at >= 0 && !plain.isBlank()) {
        rest = rest.substring(0, at) + rest.substring(at + plain.length());
      }
    }
    return rest;
  }
}
