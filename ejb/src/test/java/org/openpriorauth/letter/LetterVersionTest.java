package org.openpriorauth.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.packet.CheckedLetter;
import org.openpriorauth.packet.CheckedLetter.Checked;
import org.openpriorauth.packet.Fault;
import org.openpriorauth.packet.KeptLetter;
import org.openpriorauth.packet.LetterText;
import org.openpriorauth.packet.LetterText.Written;

class LetterVersionTest {
  private static LetterText text(String... sentences) {
    return new LetterText(
        List.of(
            new LetterText.Paragraph(
                false,
                Arrays.stream(sentences).map(s -> new Written(s, List.of(), null)).toList())));
  }

  private static LetterVersion version(LetterText now, LetterText before) {
    KeptLetter kept = new KeptLetter(2, now, Instant.EPOCH, new UUID(0, 1));
    return LetterVersion.of(kept, before, text("The template."));
  }

  @Test
  void aVersionSaysWhatItAddedAndTookOut() {
    LetterVersion version = version(text("A.", "C.", "B."), text("A.", "B.", "B."));

    assertThat(version.added()).containsExactly("C.");
    assertThat(version.removed()).containsExactly("B.");
  }

  @Test
  void theTemplatesWordsStandForAVersionWithoutItsOwn() {
    assertThat(version(LetterText.TEMPLATE, text("A.")).added()).containsExactly("The template.");
    assertThat(version(text("A."), LetterText.TEMPLATE).removed()).containsExactly("The template.");
  }

  private static CheckedLetter checked(String reason, Fault... faults) {
    Checked sentence =
        new Checked(
            new Written("She said 600 mg.", List.of(), reason),
            Optional.empty(),
            List.of(),
            List.of(faults));
    return new CheckedLetter(List.of(new CheckedLetter.Paragraph(false, List.of(sentence))));
  }

  @Test
  void aProgramsLetterIsRefusedForAnyFaultAndForAReason() {
    Fault doubt = new Fault("token", "The cited words do not say “600 mg”.", false);

    assertThat(checked("I know.", doubt).holds()).isTrue();
    assertThatThrownBy(() -> Proposals.refuse(checked("I know.", doubt)))
        .hasMessageContaining("/paragraphs/0/sentences/0 token")
        .hasMessageContaining("kept_because")
        .hasMessageNotContaining("600");
    assertThatThrownBy(() -> Proposals.refuse(checked("I know.")))
        .hasMessageContaining("kept_because");
    assertThatCode(() -> Proposals.refuse(checked(null))).doesNotThrowAnyException();
  }
}
