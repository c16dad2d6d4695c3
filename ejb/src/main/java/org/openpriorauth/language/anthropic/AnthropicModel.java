package org.openpriorauth.language.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.openpriorauth.language.LanguageModel;
import org.openpriorauth.language.ModelHttp;
import org.openpriorauth.language.Outcome;

/**
 * Claude by Anthropic's Messages API. The answer is asked for as the input of a tool that nobody
 * has, which is how this API holds an answer to a schema.
 */
@ApplicationScoped
public class AnthropicModel implements LanguageModel {
  private static final String VERSION = "2023-06-01";
  private static final String TOOL = "answer";

  @Inject ModelHttp http;

  @Override
  public String name() {
    return "anthropic";
  }

  @Override
  public Reply ask(Endpoint endpoint, Question question) {
    Map<String, Object> body =
        Map.of(
            "model", endpoint.model(),
            "max_tokens", question.mostTokens(),
            "system", question.instructions(),
            "messages", List.of(Map.of("role", "user", "content", question.data())),
            "tools",
                List.of(
                    Map.of(
                        "name",
                        TOOL,
                        "description",
                        "Takes the whole answer.",
                        "input_schema",
                        question.schema())),
            "tool_choice", Map.of("type", "tool", "name", TOOL));
    String key = endpoint.key() == null ? "" : endpoint.key();
    return http.ask(
        URI.create(endpoint.baseUrl() + "/v1/messages"),
        Map.of("anthropic-version", VERSION, "x-api-key", key),
        body,
        AnthropicModel::reply);
  }

  private static Reply reply(JsonNode message) {
    JsonNode input = null;
    for (JsonNode block : message.path("content")) {
      if (block.path("type").asText().equals("tool_use")
          && block.path("name").asText().equals(TOOL)) {
        input = block.path("input");
      }
    }
    Outcome outcome =
        switch (message.path("stop_reason").asText()) {
          case "refusal" -> Outcome.DECLINED;
          case "max_tokens", "model_context_window_exceeded" -> Outcome.CUT_SHORT;
          default -> input == null ? Outcome.UNUSABLE : Outcome.ANSWERED;
        };
    JsonNode usage = message.path("usage");
    return new Reply(
        outcome,
        outcome == Outcome.ANSWERED ? input : null,
        tokens(usage, "input_tokens")
            + tokens(usage, "cache_creation_input_tokens")
            + tokens(usage, "cache_read_input_tokens"),
        tokens(usage, "output_tokens"),
        null);
  }

  private static long tokens(JsonNode usage, String name) {
    return Math.max(0, usage.path(name).asLong());
  }
}
