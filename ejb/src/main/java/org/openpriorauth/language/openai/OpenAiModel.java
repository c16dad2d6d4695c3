package org.openpriorauth.language.openai;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.openpriorauth.language.LanguageModel;
import org.openpriorauth.language.ModelHttp;
import org.openpriorauth.language.Outcome;
import org.openpriorauth.wire.json.Json;

/** Whatever speaks OpenAI's chat completions: OpenAI itself, and models in the house. */
@ApplicationScoped
public class OpenAiModel implements LanguageModel {
  @Inject ModelHttp http;

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public Reply ask(Endpoint endpoint, Question question) {
    Map<String, Object> body =
        Map.of(
            "model", endpoint.model(),
            // Older servers do not know this limit; time and size still end their answers.
            "max_completion_tokens", question.mostTokens(),
            "messages",
                List.of(
                    Map.of("role", "system", "content", question.instructions()),
                    Map.of("role", "user", "content", question.data())),
            "response_format",
                Map.of(
                    "type",
                    "json_schema",
                    "json_schema",
                    Map.of("name", "answer", "strict", true, "schema", question.schema())));
    Map<String, String> headers =
        endpoint.key() == null ? Map.of() : Map.of("Authorization", "Bearer " + endpoint.key());
    // Such addresses are often handed out with the version in them.
    String base = endpoint.baseUrl().replaceFirst("/v1$", "");
    return http.ask(URI.create(base + "/v1/chat/completions"), headers, body, OpenAiModel::reply);
  }

  private static Reply reply(JsonNode completion) {
    JsonNode choice = completion.path("choices").path(0);
    JsonNode message = choice.path("message");
    JsonNode usage = completion.path("usage");
    JsonNode said = said(message.path("content").asText());
    Outcome outcome =
        switch (choice.path("finish_reason").asText()) {
          case "content_filter" -> Outcome.DECLINED;
          case "length" -> Outcome.CUT_SHORT;
          default -> said == null ? Outcome.UNUSABLE : Outcome.ANSWERED;
        };
    if (message.path("refusal").isTextual()) {
      outcome = Outcome.DECLINED;
    }
    return new Reply(
        outcome,
        outcome == Outcome.ANSWERED ? said : null,
        Math.max(0, usage.path("prompt_tokens").asLong()),
        Math.max(0, usage.path("completion_tokens").asLong()),
        null);
  }

  /** The content is JSON inside a string; null if it is not. */
  private static JsonNode said(String content) {
    try {
      JsonNode said = Json.mapper().readTree(content);
      return said.isObject() ? said : null;
    } catch (IOException e) {
      return null;
    }
  }
}
