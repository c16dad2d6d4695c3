package org.openpriorauth.language;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.language.LanguageModel.Reply;
import org.openpriorauth.network.Connections;
import org.openpriorauth.network.Outbound;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.wire.json.Json;

/** JSON over HTTP to whoever runs a model, with an end to waiting and to reading. */
@ApplicationScoped
public class ModelHttp {
  private static final Logger LOG = System.getLogger(ModelHttp.class.getName());

  /** In bytes: an answer is a few thousand tokens. */
  private static final int LONGEST = 1 << 20;

  private static final int LONGEST_WAIT_DIGITS = 5;

  @Inject Outbound outbound;
  @Inject Outward outward;

  @Inject
  @ConfigProperty(name = "openpriorauth.language.connect-seconds")
  long connectSeconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.language.answer-seconds")
  long answerSeconds;

  private volatile CloseableHttpClient client;

  /**
   * @param retryAfter null if it said nothing of it
   */
  private record Answer(int status, byte[] body, Duration retryAfter) {
    boolean good() {
      return status == 200;
    }
  }

  /**
   * @param reply what the JSON of a good answer says
   */
  public Reply ask(
      URI address, Map<String, String> headers, Object body, Function<JsonNode, Reply> reply) {
    Optional<Answer> answer = post(address, headers, body);
    if (answer.isEmpty()) {
      return Reply.without(Outcome.NOT_REACHED);
    }
    if (!answer.get().good()) {
      return Reply.refused(answer.get().status(), answer.get().retryAfter());
    }
    try {
      return reply.apply(Json.mapper().readTree(answer.get().body()));
    } catch (IOException e) {
      return Reply.without(Outcome.UNUSABLE);
    }
  }

  /** Nothing if no whole answer came back, whatever kept it. */
  private Optional<Answer> post(URI address, Map<String, String> headers, Object body) {
    if (outbound.objection(address).isPresent()) {
      LOG.log(Level.WARNING, "language model not permitted host={0}", address.getHost());
      return Optional.empty();
    }
    HttpPost request = new HttpPost(address);
    request.setHeader("Accept", "application/json");
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(Json.bytes(body), ContentType.APPLICATION_JSON));
    // For the whole answer: a stream that never ends must not hold a thread.
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            request::cancel, CompletableFuture.delayedExecutor(answerSeconds, TimeUnit.SECONDS));
    try {
      return Optional.of(client().execute(request, ModelHttp::answer));
    } catch (IOException e) {
      // Its message could quote what was read.
      LOG.log(
          Level.WARNING,
          "language model not reached host={0} {1}",
          address.getHost(),
          e.getClass().getName());
      return Optional.empty();
    } finally {
      end.cancel(false);
    }
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    return new Answer(
        response.getCode(),
        Connections.read(response.getEntity(), LONGEST),
        wait(response.getFirstHeader("Retry-After")));
  }

  /** In seconds; a date or nonsense says nothing. */
  private static Duration wait(Header header) {
    String seconds = header == null ? "" : header.getValue().strip();
    return seconds.matches("\\d{1," + LONGEST_WAIT_DIGITS + "}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }

  private CloseableHttpClient client() {
    CloseableHttpClient made = client;
    if (made == null) {
      synchronized (this) {
        if (client == null) {
          client = Connections.client(outbound, outward, connectSeconds, answerSeconds);
        }
        made = client;
      }
    }
    return made;
  }

  @PreDestroy
  void close() {
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
  }
}
