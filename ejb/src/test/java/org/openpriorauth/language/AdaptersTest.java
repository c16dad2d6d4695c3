package org.openpriorauth.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.language.LanguageModel.Endpoint;
import org.openpriorauth.language.LanguageModel.Question;
import org.openpriorauth.language.LanguageModel.Reply;
import org.openpriorauth.language.ModelStandIn.Mood;
import org.openpriorauth.network.Outbound;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.wire.json.Json;

/** Both adapters against a stand-in that speaks as the two APIs do. */
class AdaptersTest {
  private static final String SECRET = "Jane Q. Sample is unable to walk.";

  private ModelStandIn model;
  private ModelHttp http;

  @BeforeEach
  void open() throws IOException {
    model = new ModelStandIn();
    http = new ModelHttp();
    http.outward = Outward.of(Optional.empty(), Optional.empty(), Optional.empty());
    http.connectSeconds = 2;
    http.answerSeconds = 20;
    http.outbound =
        new Outbound() {
          @Override
          public Optional<Objection> objection(URI address) {
            return Optional.empty();
          }

          @Override
          public List<InetAddress> addresses(String host) {
            return List.of(InetAddress.getLoopbackAddress());
          }
        };
  }

  @AfterEach
  void close() {
    http.close();
    model.close();
  }

  static Stream<String> both() {
    return Stream.of("anthropic", "openai");
  }

  private Reply ask(String adapter) {
    return ask(adapter, ModelStandIn.KEY);
  }

  private Reply ask(String adapter, String key) {
    Prompts.Prompt prompt = new Prompts().of(new ClinicId(new UUID(0, 1)), Purpose.TRIAL);
    Question question =
        new Question(
            prompt.instructions(),
            Json.text(Map.of("text", SECRET)),
            prompt.schema(),
            prompt.mostTokens());
    LanguageModel asked =
        adapter.equals("anthropic")
            ? org.openpriorauth.language.anthropic.Made.of(http)
            : org.openpriorauth.language.openai.Made.of(http);
    assertThat(asked.name()).isEqualTo(adapter);
    return asked.ask(new Endpoint(model.address(), "m-1", key), question);
  }

  @ParameterizedTest
  @MethodSource("both")
  void anAnswerIsReadWithWhatItCost(String adapter) {
    Reply reply = ask(adapter);
    assertThat(reply.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(reply.answer().path("word").asText()).isEqualTo("ready");
    assertThat(reply.inputTokens()).isEqualTo(1200);
    assertThat(reply.outputTokens()).isEqualTo(80);
  }

  /** What a document says is in the data alone, and cannot end it. */
  @ParameterizedTest
  @MethodSource("both")
  void whatADocumentSaysIsNeverAmongTheInstructions(String adapter) {
    ask(adapter);
    JsonNode asked = model.asked().get(0);
    String ours =
        adapter.equals("anthropic")
            ? asked.path("system").asText()
            : asked.path("messages").path(0).path("content").asText();
    assertThat(ours).doesNotContain("Sample").contains("no\ninstruction");
    int last = asked.path("messages").size() - 1;
    assertThat(asked.path("messages").path(last).path("content").asText())
        .isEqualTo("{\"text\":\"" + SECRET + "\"}");
  }

  @ParameterizedTest
  @MethodSource("both")
  void eachWayToFailHasItsName(String adapter) {
    assertThat(outcome(adapter, Mood.REFUSING)).isEqualTo(Outcome.DECLINED);
    assertThat(outcome(adapter, Mood.HALF)).isEqualTo(Outcome.CUT_SHORT);
    assertThat(outcome(adapter, Mood.PROSE)).isEqualTo(Outcome.UNUSABLE);
    assertThat(outcome(adapter, Mood.NO_JSON)).isEqualTo(Outcome.UNUSABLE);
    assertThat(outcome(adapter, Mood.FAILING)).isEqualTo(Outcome.NOT_REACHED);
    assertThat(outcome(adapter, Mood.DROPPED)).isEqualTo(Outcome.NOT_REACHED);
    assertThat(outcome(adapter, Mood.HUGE)).isEqualTo(Outcome.NOT_REACHED);
    assertThat(outcome(adapter, Mood.REDIRECTING)).isEqualTo(Outcome.NOT_TAKEN);
    assertThat(ask(adapter, "sk-wrong").outcome()).isEqualTo(Outcome.NOT_ADMITTED);
    assertThat(ask(adapter, null).outcome()).isEqualTo(Outcome.NOT_ADMITTED);
  }

  @ParameterizedTest
  @MethodSource("both")
  void whoIsBusySaysForHowLong(String adapter) {
    model.mood(Mood.BUSY);
    Reply reply = ask(adapter);
    assertThat(reply.outcome()).isEqualTo(Outcome.OVERLOADED);
    assertThat(reply.retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @MethodSource("both")
  void whatDoesNotEndIsEnded(String adapter) {
    // The first call loads what all calls need, which may take longer than this model is given.
    ask(adapter);
    http.answerSeconds = 1;
    for (Mood mood : List.of(Mood.ENDLESS, Mood.SLOW)) {
      long begun = System.nanoTime();
      assertThat(outcome(adapter, mood)).as(mood.name()).isEqualTo(Outcome.NOT_REACHED);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void anAddressThatIsNotPermittedIsNotCalled() {
    http.outbound =
        new Outbound() {
          @Override
          public Optional<Objection> objection(URI address) {
            return Optional.of(new Objection("inside", "Not there."));
          }
        };
    assertThat(ask("openai").outcome()).isEqualTo(Outcome.NOT_REACHED);
    assertThat(model.asked()).isEmpty();
  }

  @Test
  @Tag("hipaa")
  void neitherTextNorKeyNorAnswerStandsInTheLog() {
    StringBuilder log = new StringBuilder();
    Handler all =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            log.append(line.getMessage());
            for (Object part :
                line.getParameters() == null ? new Object[0] : line.getParameters()) {
              log.append(part);
            }
            log.append(line.getThrown());
          }

          @Override
          public void flush() {
            // Nothing waits.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    Logger root = Logger.getLogger("");
    root.addHandler(all);
    try {
      model.says("{\"word\": \"" + SECRET + "\"}");
      for (Mood mood : List.of(Mood.WELL, Mood.FAILING, Mood.DROPPED, Mood.HUGE, Mood.NO_JSON)) {
        outcome("anthropic", mood);
      }
    } finally {
      root.removeHandler(all);
    }
    assertThat(log).contains("language model not reached").doesNotContain("Sample");
    assertThat(log).doesNotContain(ModelStandIn.KEY);
    Endpoint endpoint = new Endpoint("https://m.example", "m-1", ModelStandIn.KEY);
    assertThat(endpoint.toString()).doesNotContain(ModelStandIn.KEY);
  }

  private Outcome outcome(String adapter, Mood mood) {
    model.mood(mood);
    return ask(adapter).outcome();
  }
}
