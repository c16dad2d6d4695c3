package org.openpriorauth.language;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.language.model.PromptRepository;

/** The words that a clinic's model is asked with, which the clinic may put in its own. */
@Stateless
public class PromptService {
  private static final int LONGEST = 10_000;

  @Inject PromptRepository prompts;
  @Inject ClinicRepository clinics;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param inUse as answers name it
   * @param words the clinic's, or null where the product's are in use
   * @param version counts the clinic's changes
   */
  public record PromptView(
      Purpose purpose, String inUse, String productWords, String words, int version) {}

  @Requires("language-model:read")
  public List<PromptView> list(Caller caller) {
    return Arrays.stream(Purpose.values())
        .filter(Purpose::editable)
        .map(purpose -> view(caller, purpose))
        .toList();
  }

  /**
   * @param words null to go back to the product's
   * @param seen the version that the caller saw
   * @throws Problem PROMPT_NOT_FOUND, INVALID, STALE
   */
  @Requires("clinic:change")
  public PromptView change(Caller caller, String purpose, long seen, String words) {
    Purpose of =
        Purpose.of(purpose)
            .filter(Purpose::editable)
            .orElseThrow(() -> Problem.of(ErrorCode.PROMPT_NOT_FOUND));
    if (words != null && (words.isBlank() || words.length() > LONGEST)) {
      throw Problem.invalid(
          "/words", "size", "From 1 to %d characters, or null.".formatted(LONGEST));
    }
    clinics.lock(caller.clinic());
    PromptView before = view(caller, of);
    if (before.version() != seen) {
      throw Problem.of(ErrorCode.STALE);
    }
    if (!Objects.equals(before.words(), words)) {
      PromptRepository.Row row = new PromptRepository.Row(before.version() + 1, words);
      prompts.add(caller.clinic(), of.word(), row, caller.actor(), clock.instant());
      audited.fire(
          new Audited(
              caller,
              "language-prompt.change",
              "clinic",
              caller.clinic().value(),
              Map.of(
                  "purpose", of.word(),
                  "version", row.version(),
                  "before", Objects.toString(before.words(), ""),
                  "after", Objects.toString(words, ""))));
    }
    return view(caller, of);
  }

  private PromptView view(Caller caller, Purpose purpose) {
    PromptRepository.Row row =
        prompts.find(caller.clinic(), purpose.word()).orElse(new PromptRepository.Row(0, null));
    String inUse = purpose.label() + (row.words() == null ? "" : ".clinic-" + row.version());
    return new PromptView(purpose, inUse, Prompts.words(purpose), row.words(), row.version());
  }
}
