package org.openpriorauth.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
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

  @Inject ModelAccess access;
  @Inject ModelSettingsRepository settings;
  @Inject Lines lines;
  @Inject @Any Instance<LanguageModel> models;

  /**
   * @param request whose chart leaves the house, or null if nobody's
   * @param data becomes one JSON document
   * @param answer a record that refuses what it cannot be
   */
  public record Ask<T>(Purpose purpose, UUID request, Object data, Class<T> answer) {}

  /**
   * @param said null unless it answered
   * @param model null where none is set up
   */
  public record Answer<T>(Outcome outcome, T said, String model, String prompt) {}

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
    Reply reply =
        lines.through(
            opened.endpoint().baseUrl(),
            () -> {
              Reply one = model.ask(opened.endpoint(), question);
              // Each try is paid for, whatever comes of it.
              access.used(caller, ask.purpose(), opened, one);
              return one;
            });
    T said = reply.answer() == null ? null : read(reply.answer(), ask.answer());
    Outcome outcome =
        reply.outcome() == Outcome.ANSWERED && said == null ? Outcome.UNUSABLE : reply.outcome();
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
