package org.openpriorauth.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openpriorauth.launcher.Ports;
import org.openpriorauth.story.Api.Answer;

/**
 * Stands between the hospital's provider and our door for its sign-outs, as a site's proxy does,
 * hands each on as it came, and tells what was said and answered.
 */
final class SignOuts {
  private static final int PORT = Ports.any();
  private static final int WAIT_SECONDS = 20;
  private static final BlockingQueue<SignOut> SEEN = new LinkedBlockingQueue<>();
  private static HttpServer server;

  private SignOuts() {}

  /** What the provider sent, and what it was answered. */
  record SignOut(String token, int status, String cacheControl) {}

  static String address() {
    return "http://127.0.0.1:" + PORT + "/";
  }

  static synchronized void start() {
    if (server != null) {
      return;
    }
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", SignOuts::handOn);
    server.start();
  }

  /** The sign-out that comes of an act at the provider. */
  static SignOut next(Runnable act) {
    SEEN.clear();
    act.run();
    try {
      SignOut seen = SEEN.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      if (seen == null) {
        throw new AssertionError("The provider said nothing.");
      }
      return seen;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void handOn(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    Answer answer = Api.anonymous().form("/api/v1/auth/backchannel-logout", form);
    SEEN.add(
        new SignOut(
            form.replaceAll(".*logout_token=([^&]+).*", "$1"),
            answer.status(),
            answer.header("Cache-Control").orElse("")));
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }
}
