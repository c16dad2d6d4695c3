package org.openpriorauth.submission.pas;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.network.Connections;
import org.openpriorauth.network.Outbound;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.payer.ChannelService.Door;
import org.openpriorauth.wire.fhir.PasAnswers;

/**
 * FHIR over HTTP, with an end to waiting and to reading. What matters is whether the payer can have
 * it: only a connection that never came about says that it has not.
 */
@ApplicationScoped
public class PasHttp {
  private static final String FHIR_JSON = "application/fhir+json";

  @Inject Outbound outbound;
  @Inject Outward outward;

  @Inject
  @ConfigProperty(name = "openpriorauth.payer.connect-seconds")
  long connectSeconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.payer.answer-seconds")
  long answerSeconds;

  private volatile CloseableHttpClient client;

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
    URI address = URI.create(door.baseUrl() + path);
    if (outbound.objection(address).isPresent()) {
      return new NotConnected("this installation does not connect to its address.");
    }
    HttpPost request = new HttpPost(address);
    request.setHeader("Accept", FHIR_JSON);
    request.setEntity(new ByteArrayEntity(body, ContentType.parse(FHIR_JSON)));
    if (door.token() != null) {
      request.setHeader("Authorization", "Bearer " + door.token());
    }
    // For the whole answer: a payer that drips must not hold a thread.
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            request::cancel, CompletableFuture.delayedExecutor(answerSeconds, TimeUnit.SECONDS));
    try {
      return client().execute(request, PasHttp::answer);
    } catch (IOException e) {
      return lost(e);
    } finally {
      end.cancel(false);
    }
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    Header location = response.getFirstHeader("Location");
    byte[] body = Connections.read(response.getEntity(), PasAnswers.LONGEST);
    return new Answer(
        response.getCode(),
        new String(body, StandardCharsets.UTF_8),
        location == null ? null : location.getValue());
  }

  private static Result lost(IOException thrown) {
    for (Throwable c = thrown; c != null; c = c.getCause()) {
      if (c instanceof ConnectTimeoutException || c instanceof ConnectionRequestTimeoutException) {
        return new NotConnected("nobody answered there.");
      }
      if (c instanceof ConnectException
          || c instanceof NoRouteToHostException
          || c instanceof UnknownHostException) {
        return new NotConnected("no connection.");
      }
      if (c instanceof SSLHandshakeException || c instanceof SSLPeerUnverifiedException) {
        return new NotConnected("its certificate was not accepted.");
      }
    }
    return new Lost();
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
