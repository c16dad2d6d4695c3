package org.openpriorauth.language;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.language.LanguageModel.Endpoint;
import org.openpriorauth.language.LanguageModel.Reply;
import org.openpriorauth.language.model.LanguageUseRepository;
import org.openpriorauth.language.model.LanguageUseRepository.Use;
import org.openpriorauth.language.model.ModelSettings;
import org.openpriorauth.language.model.ModelSettingsRepository;

/** The short transactions around a call: whether it may be made, and what it took. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ModelAccess {
  private static final BigDecimal PRICED = BigDecimal.valueOf(1_000_000);
  private static final int CENTS = 6;

  @Inject ModelSettingsRepository settings;
  @Inject LanguageUseRepository uses;
  @Inject ClinicRepository clinics;
  @Inject Prompts prompts;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param shut why it may not be asked, or null
   */
  public record Opened(
      Outcome shut, ModelSettings.Choice choice, Endpoint endpoint, Prompts.Prompt prompt) {
    static Opened shut(Outcome why, ModelSettings.Choice choice) {
      return new Opened(why, choice, null, null);
    }

    String adapter() {
      return choice.adapter();
    }

    String model() {
      return choice.model();
    }
  }

  /**
   * Leaves in the trail where something goes, before it goes.
   *
   * @param request whose chart, or null
   */
  @Requires(LanguageModels.ASK)
  public Opened open(Caller caller, Purpose purpose, UUID request) {
    Optional<ModelSettings> row = settings.find(caller.clinic()).filter(s -> s.choice().on());
    if (row.isEmpty()) {
      return Opened.shut(Outcome.OFF, ModelSettings.Choice.OFF);
    }
    ModelSettings.Choice choice = row.get().choice();
    LocalDate today = today(caller);
    if (uses.tokens(caller.clinic(), today.withDayOfMonth(1), today) >= choice.monthlyTokens()) {
      return Opened.shut(Outcome.OVER_LIMIT, choice);
    }
    Prompts.Prompt prompt = prompts.of(caller.clinic(), purpose);
    audited.fire(
        new Audited(
            caller,
            "language-model.ask",
            request == null ? "language_model" : "prior_authorization",
            request == null ? row.get().id() : request,
            Map.of(
                "prompt", prompt.label(),
                "model", choice.model(),
                "host", URI.create(choice.baseUrl()).getHost())));
    return new Opened(
        null, choice, new Endpoint(choice.baseUrl(), choice.model(), key(row.get())), prompt);
  }

  @Requires(LanguageModels.ASK)
  public void used(Caller caller, Purpose purpose, Opened opened, Reply reply) {
    BigDecimal cost =
        opened
            .choice()
            .inputPrice()
            .multiply(BigDecimal.valueOf(reply.inputTokens()))
            .add(opened.choice().outputPrice().multiply(BigDecimal.valueOf(reply.outputTokens())))
            .divide(PRICED, CENTS, RoundingMode.HALF_UP);
    uses.add(
        caller.clinic(),
        new Use(
            today(caller),
            purpose.word(),
            opened.model(),
            opened.prompt().label(),
            1,
            reply.outcome() == Outcome.ANSWERED ? 1 : 0,
            reply.inputTokens(),
            reply.outputTokens(),
            0,
            cost));
  }

  /**
   * @param dropped what it said and the pages do not
   */
  @Requires(LanguageModels.ASK)
  public void dropped(Caller caller, Purpose purpose, String model, String prompt, int dropped) {
    Use use =
        new Use(today(caller), purpose.word(), model, prompt, 0, 0, 0, 0, dropped, BigDecimal.ZERO);
    uses.add(caller.clinic(), use);
  }

  private String key(ModelSettings row) {
    byte[] blob = row.sealedKey();
    return blob == null
        ? null
        : new String(cipher.open(ModelChoices.KEY, row.id(), blob), StandardCharsets.UTF_8);
  }

  private LocalDate today(Caller caller) {
    return LocalDate.ofInstant(clock.instant(), clinics.get(caller.clinic()).zone());
  }
}
