package org.openpriorauth.letter;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.packet.CheckedLetter;
import org.openpriorauth.packet.CheckedLetter.Checked;

/** What is asked of an author who is no person: nothing may be wrong, and no reason counts. */
final class Proposals {
  private Proposals() {}

  /**
   * The refusal names places and codes, not the letter's words.
   *
   * @throws Problem LETTER_REFUSED
   */
  static void refuse(CheckedLetter letter) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < letter.paragraphs().size(); i++) {
      List<Checked> sentences = letter.paragraphs().get(i).sentences();
      for (int j = 0; j < sentences.size(); j++) {
        Checked checked = sentences.get(j);
        String at = "/paragraphs/" + i + "/sentences/" + j + " ";
        checked.faults().forEach(fault -> wrong.add(at + fault.code()));
        if (checked.written().keptBecause() != null) {
          wrong.add(at + "kept_because");
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw Problem.of(
          ErrorCode.LETTER_REFUSED, "The letter is refused: " + String.join(", ", wrong) + ".");
    }
  }
}
