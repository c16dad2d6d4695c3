package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.extract;
import static org.openpriorauth.extraction.rules.PageFixture.fields;
import static org.openpriorauth.extraction.rules.PageFixture.values;

import org.junit.jupiter.api.Test;
import org.openpriorauth.extraction.FieldExtractor.Extraction;

class LetterDeadlinesTest {
  private static Extraction letter(String... sentences) {
    String[] lines = new String[sentences.length + 2];
    lines[0] = "Meridian Valley Health Plan";
    lines[1] = "NOTICE OF ADVERSE DETERMINATION";
    System.arraycopy(sentences, 0, lines, 2, sentences.length);
    return extract(lines);
  }

  @Test
  void aDateIsADate() {
    Extraction read = letter("Appeals must be received by September 8, 2027.");
    assertThat(values(read, "letter.deadline_appeal")).containsExactly("September 8, 2027");
    assertThat(fields(read, "letter.deadline_appeal").get(0).normalized()).isEqualTo("2027-09-08");
  }

  @Test
  void aNumberOfDaysIsGivenInItsWords() {
    Extraction read = letter("You must appeal within 65 calendar days of the date of this notice.");
    assertThat(values(read, "letter.deadline_appeal"))
        .containsExactly("65 calendar days of the date of this notice");
    assertThat(fields(read, "letter.deadline_appeal").get(0).normalized()).isNull();
  }

  @Test
  void severalInOneSentence() {
    Extraction read =
        letter(
            "You may ask for reopening until May 4, 2027, for a peer-to-peer within 3 business days,",
            "and for a reconsideration within 60 days.");
    assertThat(values(read, "letter.deadline_reopen")).containsExactly("May 4, 2027");
    assertThat(values(read, "letter.deadline_peer_to_peer")).containsExactly("3 business days");
    assertThat(values(read, "letter.deadline_appeal")).containsExactly("60 days");
  }

  @Test
  void whatIsSpokenOfBehindIt() {
    Extraction read = letter("You have 30 days from the date of this letter to file an appeal.");
    assertThat(values(read, "letter.deadline_appeal"))
        .containsExactly("30 days from the date of this letter");
  }

  @Test
  void thePayersOwnTimeIsNoDeadline() {
    Extraction read =
        letter(
            "We will decide a standard appeal within 30 days of receiving it.",
            "An expedited appeal is decided within 72 hours.",
            "The records of the last 60 days do not show therapy.");
    assertThat(read.fields()).noneMatch(f -> f.name().startsWith("letter.deadline"));
  }

  @Test
  void whatThePayerWaitsFor() {
    Extraction read =
        letter("The request is pended. Please fax the office notes by April 16, 2027.");
    assertThat(values(read, "letter.deadline_response")).containsExactly("April 16, 2027");
    assertThat(values(read, "letter.decision")).containsExactly("pended");
  }

  @Test
  void aReviewerToTalkToInTheSentenceBefore() {
    Extraction read =
        letter("You may speak with the reviewer. Call 800-555-0100 within 7 business days.");
    assertThat(values(read, "letter.deadline_peer_to_peer")).containsExactly("7 business days");
  }

  @Test
  void septemberIsAMonthOfTheYear() {
    assertThat(Dates.in("September 20, 2026 and Sept 3, 2026")).hasSize(2);
  }
}
