package org.openpriorauth.keys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openpriorauth.outward.Outward;

/**
 * A key server over HTTPS, with an end to waiting. Wrapping and unwrapping may be repeated without
 * harm, so what passes is tried again, a few times.
 */
public final class KeyServer {
  private static final int TRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final HttpClient client;
  private final Duration patience;

  /**
   * @param body as text
   */
  public record Answer(int status, String body) {
    public boolean good() {
      return status / 100 == 2;
    }
  }

  /**
   * @param patience for connecting, and for each whole answer
   */
  public KeyServer(Duration patience, Outward outward) {
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .sslContext(outward.tls())
            .proxy(outward.proxies())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * The server's address, which must be HTTPS unless it is on this machine: keys travel there.
   *
   * @param setting that names it
   * @throws MasterKeyException if it is none
   */
  public static URI address(String setting, String value) {
    try {
      URI uri = URI.create(value.replaceAll("/+$", ""));
      boolean safe =
          "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(uri));
      if (uri.getHost() != null && safe) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new MasterKeyException(setting + " is no address.", e);
    }
    throw new MasterKeyException(
        setting + " must begin with https:// (http:// only for this machine itself).");
  }

  /**
   * @param setting where to look if nobody answers
   * @param request made for each try, because a signature has a time
   * @param passing whether an answer is worth another try
   * @return the last answer, good or not
   * @throws MasterKeyException if there was none
   */
  public Answer ask(
      String setting, Supplier<HttpRequest.Builder> request, Predicate<Answer> passing) {
    Answer answer = null;
    IOException lost = null;
    for (int i = 0; i < TRIES; i++) {
      pause(i);
      try {
        answer = once(request.get().timeout(patience).build());
        lost = null;
        if (!passing.test(answer)) {
          return answer;
        }
      } catch (IOException e) {
        lost = e;
      }
    }
    if (lost != null) {
      throw new MasterKeyException("The key server at " + setting + " does not answer.", lost);
    }
    return answer;
  }

  private Answer once(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> call =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      HttpResponse<String> response = call.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException lost ? lost : new IOException(e.getCause());
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new IOException("The answer did not end.", e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    }
  }

  /** Twice as long before each further try. */
  private static void pause(int tries) {
    if (tries > 0) {
      try {
        Thread.sleep(FIRST_PAUSE.toMillis() << (tries - 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MasterKeyException("Interrupted while waiting for the key server.", e);
      }
    }
  }

  private static boolean isHere(URI uri) {
    try {
      return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
