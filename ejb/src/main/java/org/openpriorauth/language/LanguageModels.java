package org.openpriorauth.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.Supplier;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.language.LanguageModel.Reply;
import org.openpriorauth.language.model.ModelSettingsRepository;
import org.openpriorauth.wire.json.Json;

/**
 * Where a language model is asked, if the clinic has one. Called with no transaction open; what
 * comes back is a suggestion, read strictly and still to be held against the documents.
 */
@ApplicationScoped
public class LanguageModels {
  /** The permission of who asks; no role has it. */
  public static final String ASK = "language:ask";

  private static final Logger LOG = System.getLogger(LanguageModels.class.getName());

  @Inject ModelAccess access;
  @Inject ModelSettingsRepository settings;
  @Inject Lines lines;
  @Inject @Any Instance<LanguageModel> models;

  /**
   * @param request whose chart leaves the house, or null if nobody's
   * @param data becomes one JSON document
   * @param answer a record that refuses what it cannot be
   */
  public record Ask<T>(Purpose purpose, UUID request, Object data, Class<T> answer) {
    /** A chart's text stays out of logs. */
    @Override
    public String toString() {
      return "Ask[" + purpose + ", " + request + "]";
    }
  }

  /**
   * @param said null unless it answered
   * @param model null where none is set up
   */
  public record Answer<T>(Outcome outcome, T said, String model, String prompt) {
    /** What the model said stays out of logs. */
    @Override
    public String toString() {
      return "Answer[" + outcome + ", " + model + ", " + prompt + "]";
    }
  }

  /** Whether the clinic has one; asked inside a transaction. */
  public boolean on(ClinicId clinic) {
    return settings.find(clinic).filter(s -> s.choice().on()).isPresent();
  }

  public <T> Answer<T> ask(Caller caller, Ask<T> ask) {
    ModelAccess.Opened opened = access.open(caller, ask.purpose(), ask.request());
    if (opened.shut() != null) {
      return new Answer<>(opened.shut(), null, opened.model(), null);
    }
    LanguageModel model =
        models.stream().filter(m -> m.name().equals(opened.adapter())).findFirst().orElseThrow();
    LanguageModel.Question question =
        new LanguageModel.Question(
            opened.prompt().instructions(),
            Json.text(ask.data()),
            opened.prompt().schema(),
            opened.prompt().mostTokens());
    Supplier<Reply> call =
        () -> {
          Reply one = model.ask(opened.endpoint(), question);
          // Each try is paid for, whatever comes of it.
          access.used(caller, ask.purpose(), opened, one);
          return one;
        };
    String address = opened.endpoint().baseUrl();
    Reply reply =
        ask.purpose() == Purpose.TRIAL ? lines.once(address, call) : lines.through(address, call);
    T said = reply.answer() == null ? null : read(reply.answer(), ask.answer());
    Outcome outcome =
        reply.outcome() == Outcome.ANSWERED && said == null ? Outcome.UNUSABLE : reply.outcome();
    if (outcome != Outcome.ANSWERED) {
      LOG.log(
          Level.WARNING,
          "language model without an answer outcome={0} prompt={1} clinicId={2}",
          outcome.word(),
          opened.prompt().label(),
          caller.clinic());
    }
    return new Answer<>(outcome, said, opened.model(), opened.prompt().label());
  }

  /** Null if it is not in the form that was asked for. */
  private static <T> T read(JsonNode answer, Class<T> form) {
    try {
      return Json.mapper().treeToValue(answer, form);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
