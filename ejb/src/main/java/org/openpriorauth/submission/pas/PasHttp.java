package org.openpriorauth.submission.pas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.payer.ChannelService.Door;
import org.openpriorauth.wire.fhir.PasAnswers;

/**
 * FHIR over HTTP, with an end to waiting and to reading. What matters is whether the payer can have
 * it: only a connection that never came about says that it has not.
 */
@ApplicationScoped
public class PasHttp {
  private static final Logger LOG = System.getLogger(PasHttp.class.getName());
  private static final String FHIR_JSON = "application/fhir+json";

  @Inject
  @ConfigProperty(name = "openpriorauth.payer.connect-seconds")
  long connectSeconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.payer.answer-seconds")
  long answerSeconds;

  private volatile HttpClient client;

  sealed interface Result {}

  /**
   * @param location of what was made, or null
   */
  record Answer(int status, String body, String location) implements Result {}

  /** No byte went out. */
  record NotConnected(String why) implements Result {}

  /** Bytes went out, and no whole answer came back. */
  record Lost() implements Result {}

  Result post(Door door, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(door.baseUrl() + path))
            .timeout(Duration.ofSeconds(answerSeconds))
            .header("Content-Type", FHIR_JSON)
            .header("Accept", FHIR_JSON)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (door.token() != null) {
      request.header("Authorization", "Bearer " + door.token());
    }
    CompletableFuture<HttpResponse<InputStream>> sent =
        client().sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    CompletableFuture<Answer> call = sent.thenApplyAsync(PasHttp::answer);
    try {
      // The request's own time-out ends with the headers; this one is for the whole answer.
      return call.get(answerSeconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return lost(e.getCause());
    } catch (TimeoutException e) {
      hangUp(sent);
      return new Lost();
    } catch (InterruptedException e) {
      hangUp(sent);
      Thread.currentThread().interrupt();
      return new Lost();
    }
  }

  /** Whoever still reads is freed: a payer that drips must not hold a thread. */
  private static void hangUp(CompletableFuture<HttpResponse<InputStream>> sent) {
    sent.cancel(true);
    sent.thenAccept(
        response -> {
          try {
            response.body().close();
          } catch (IOException e) {
            LOG.log(Level.DEBUG, "the line was gone already", e);
          }
        });
  }

  private static Answer answer(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      return new Answer(
          response.statusCode(),
          limited(in),
          response.headers().firstValue("Location").orElse(null));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String limited(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[64 * 1024];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      out.write(chunk, 0, n);
      if (out.size() > PasAnswers.LONGEST) {
        throw new IOException("The answer is longer than is read.");
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Result lost(Throwable cause) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof HttpConnectTimeoutException) {
        return new NotConnected("nobody answered there.");
      }
      if (c instanceof ConnectException || c instanceof UnresolvedAddressException) {
        return new NotConnected("no connection.");
      }
      if (c instanceof javax.net.ssl.SSLHandshakeException) {
        return new NotConnected("its certificate was not accepted.");
      }
    }
    return new Lost();
  }

  private HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      synchronized (this) {
        if (client == null) {
          client =
              HttpClient.newBuilder()
                  .version(HttpClient.Version.HTTP_1_1)
                  .connectTimeout(Duration.ofSeconds(connectSeconds))
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .build();
        }
        made = client;
      }
    }
    return made;
  }
}
