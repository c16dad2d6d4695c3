package org.openpriorauth.extraction.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.extraction.rules.PageFixture.page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How cover sheets say how many pages there are. */
class CoverCountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Number of pages (including cover): 6|5|6",
        "Number of pages (including cover): 6|6|",
        "Total pages incl. cover sheet   4|3|4",
        "Pages: 3|4|",
        "Pages: 3|3|",
        "Pages: 3|6|3",
        "# of pages: 7 (not including cover)|7|8",
        "# of pages: 7 (not including cover)|8|",
        "No. of Pages        12|12|",
        "3 pages to follow|4|",
        "3 pages to follow|3|4",
        "Page(s): 2|2|",
        "9 pages including cover|2|9",
        "Date: 01/02/2026   Pages: 5|2|5",
        "Page 1 of 9|2|",
        "Phone: 555-201-3344|2|",
        "Pages attached as agreed on 03/04/2026|2|"
      })
  void theCountIsFoundAndHeldAgainstWhatCame(String line, int came, Integer expected) {
    assertThat(CoverCount.otherThan(came, Sheet.of(page(line)))).isEqualTo(expected);
  }
}
