package org.openpriorauth.language;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.language.model.LanguageUseRepository;
import org.openpriorauth.language.model.LanguageUseRepository.Use;
import org.openpriorauth.language.model.ModelSettings;
import org.openpriorauth.language.model.ModelSettings.Choice;
import org.openpriorauth.language.model.ModelSettingsRepository;
import org.openpriorauth.network.Outbound;

/** Whether a language model helps the clinic, which, and what it costs. */
@Stateless
public class LanguageModelService {
  @Inject ModelSettingsRepository settings;
  @Inject LanguageUseRepository uses;
  @Inject ClinicRepository clinics;
  @Inject ModelChoices choices;
  @Inject LanguageModels asked;
  @Inject @Any Instance<LanguageModel> adapters;
  @Inject Outbound outbound;
  @Inject Clock clock;

  /**
   * @param adapter none for off
   * @param key null keeps the one that is there, unless the address is another
   * @param agreement the administrator says that the clinic has a business associate agreement with
   *     who runs the model, or runs it itself
   */
  public record Wanted(
      String adapter,
      String baseUrl,
      String model,
      String key,
      long monthlyTokens,
      BigDecimal inputPrice,
      BigDecimal outputPrice,
      boolean agreement) {
    /** The key stays out of logs. */
    @Override
    public String toString() {
      return "Wanted[" + adapter + ", " + baseUrl + ", " + model + "]";
    }
  }

  /**
   * @param hasKey the key itself goes in and never comes out
   * @param usedTokens this month
   * @param version to be shown at the next change
   */
  public record ModelView(
      String adapter,
      String baseUrl,
      String model,
      boolean hasKey,
      long monthlyTokens,
      BigDecimal inputPrice,
      BigDecimal outputPrice,
      long usedTokens,
      long version) {}

  /**
   * @param said in words
   */
  public record Trial(Outcome outcome, String said, String model, long millis) {}

  /** The word that a trial asks for. */
  public record TrialAnswer(String word) {
    public TrialAnswer {
      Objects.requireNonNull(word);
    }
  }

  @Requires("language-model:read")
  public ModelView get(Caller caller) {
    Optional<ModelSettings> row = settings.find(caller.clinic());
    Choice choice = row.map(ModelSettings::choice).orElse(Choice.OFF);
    LocalDate today = today(caller);
    return new ModelView(
        choice.adapter(),
        choice.baseUrl(),
        choice.model(),
        row.map(ModelSettings::sealedKey).isPresent(),
        choice.monthlyTokens(),
        choice.inputPrice(),
        choice.outputPrice(),
        uses.tokens(caller.clinic(), today.withDayOfMonth(1), today),
        ModelChoices.version(row.orElse(null)));
  }

  /**
   * Turns it on, off, or to another.
   *
   * @param seen the version that the caller saw
   * @throws Problem INVALID with every fault; STALE
   */
  @Requires("clinic:change")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void change(Caller caller, long seen, Wanted wanted) {
    Choice choice =
        ModelRules.checked(wanted, adapters.stream().map(LanguageModel::name).sorted().toList());
    if (choice.on()) {
      permitted(choice.baseUrl());
    }
    choices.choose(caller, seen, choice, wanted.key());
  }

  /** Asks it once by the settings that are kept; nothing of a patient goes out. */
  @Requires("clinic:change")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Trial trial(Caller caller) {
    Caller asking =
        new Caller(caller.clinic(), caller.actor(), Set.of(LanguageModels.ASK), caller.origin());
    Instant begun = clock.instant();
    LanguageModels.Answer<TrialAnswer> answer =
        asked.ask(
            asking,
            new LanguageModels.Ask<>(
                Purpose.TRIAL, null, Map.of("word", "ready"), TrialAnswer.class));
    return new Trial(
        answer.outcome(),
        "The language model " + answer.outcome().said(),
        answer.model(),
        Duration.between(begun, clock.instant()).toMillis());
  }

  /**
   * What it was asked for, day by day, the latest first.
   *
   * @param month null for this one
   */
  @Requires("language-model:read")
  public List<Use> use(Caller caller, YearMonth month) {
    YearMonth of = month == null ? YearMonth.from(today(caller)) : month;
    return uses.between(caller.clinic(), of.atDay(1), of.atEndOfMonth());
  }

  private LocalDate today(Caller caller) {
    return LocalDate.ofInstant(clock.instant(), clinics.get(caller.clinic()).zone());
  }

  private void permitted(String baseUrl) {
    try {
      Optional<Outbound.Objection> objection = outbound.objectionNow(URI.create(baseUrl));
      if (objection.isPresent()) {
        throw Problem.invalid("/base_url", objection.get().code(), objection.get().detail());
      }
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("/base_url", "address", "Give an address that begins with https://.");
    }
  }
}
