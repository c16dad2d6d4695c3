package org.openpriorauth.identity.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openpriorauth.outward.Outward;

/** The line to the provider: it answers in full within its seconds, or not at all. */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
  private static final int OK = 200;

  private final HttpClient client;
  private final Duration answer;

  ProviderHttp(Duration connect, Duration answer, Outward outward) {
    // A redirect would send what we ask for, and our secret with it, to somebody else.
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(connect)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(outward.tls())
            .proxy(outward.proxies())
            .build();
    this.answer = answer;
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    HttpRequest.Builder asked = HttpRequest.newBuilder(request.getURI());
    request.getHeaderMap().forEach((name, values) -> values.forEach(v -> asked.header(name, v)));
    asked.method(
        request.getMethod().name(),
        request.getBody() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(request.getBody()));
    HttpResponse<byte[]> answered = send(asked.build());
    HTTPResponse response = new HTTPResponse(answered.statusCode());
    answered
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> response.setHeader("Content-Type", type));
    response.setBody(new String(answered.body(), StandardCharsets.UTF_8));
    return response;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      HttpResponse<byte[]> answered = send(HttpRequest.newBuilder(url.toURI()).build());
      if (answered.statusCode() != OK) {
        throw new IOException("Status " + answered.statusCode());
      }
      String type = answered.headers().firstValue("Content-Type").orElse("application/json");
      return new Resource(new String(answered.body(), StandardCharsets.UTF_8), type);
    } catch (URISyntaxException e) {
      throw new IOException("No address", e);
    }
  }

  /** A document at an address. */
  String get(URL address) throws IOException {
    return retrieveResource(address).getContent();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return coming.get(answer.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException("No answer in time", e);
    } catch (ExecutionException e) {
      throw new IOException("No answer", e.getCause());
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted");
    }
  }
}
