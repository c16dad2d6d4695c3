package org.openpriorauth.chart.clamd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.VirusScanner;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * ClamAV's daemon over TCP: {@code zINSTREAM}, chunks with their lengths, an empty one, and one
 * line in answer (clamd(8)). Whatever is not a clear word that nothing was found counts as no
 * answer.
 */
@ApplicationScoped
public class ClamdScanner implements VirusScanner {
  private static final Logger LOG = System.getLogger(ClamdScanner.class.getName());
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final String CLEAN = "stream: OK";
  private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
  private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\]]+?)\\]?:(\\d{1,5})");
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 1024;

  @Inject
  @ConfigProperty(name = "openpriorauth.clamd")
  Optional<String> address;

  @Inject
  @ConfigProperty(name = "openpriorauth.clamd.connect-seconds")
  int connectSeconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.clamd.answer-seconds")
  int answerSeconds;

  @Override
  public Optional<String> find(byte[] content) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    String answer;
    try {
      answer = ask(content);
    } catch (IOException | RuntimeException e) {
      throw away("no answer: " + e.getMessage());
    }
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return Optional.of(found.group(1).replaceAll("[^A-Za-z0-9._/-]", "_"));
    }
    if (!answer.equals(CLEAN)) {
      throw away("it says " + answer.replaceAll("[^\\x20-\\x7e]", "?"));
    }
    return Optional.empty();
  }

  private String ask(byte[] content) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server(), (int) TimeUnit.SECONDS.toMillis(connectSeconds));
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(answerSeconds));
      // A time-out of a socket is for one read; writing has none at all.
      CompletableFuture<Void> end =
          CompletableFuture.runAsync(
              () -> hangUp(socket),
              CompletableFuture.delayedExecutor(answerSeconds, TimeUnit.SECONDS));
      try {
        send(socket, content);
        return line(socket.getInputStream());
      } finally {
        end.cancel(false);
      }
    }
  }

  /** The daemon hangs up on what is larger than it takes; its last word then says so. */
  private static void send(Socket socket, byte[] content) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.write(COMMAND);
    for (int at = 0; at < content.length; at += CHUNK) {
      int length = Math.min(CHUNK, content.length - at);
      out.writeInt(length);
      out.write(content, at, length);
    }
    out.writeInt(0);
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    byte[] answer = in.readNBytes(LONGEST_ANSWER);
    String text = new String(answer, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the line was gone already", e);
    }
  }

  private InetSocketAddress server() {
    Matcher named = ADDRESS.matcher(address.orElseThrow().strip());
    if (!named.matches()) {
      throw new IllegalStateException("openpriorauth.clamd is no host:port");
    }
    return new InetSocketAddress(named.group(1), Integer.parseInt(named.group(2)));
  }

  private static Problem away(String why) {
    LOG.log(Level.ERROR, "clamd: {0}", why);
    return Problem.of(
        ErrorCode.SCANNER_AWAY,
        "Nothing was kept, because no file comes in unexamined. Send it again in a minute.");
  }
}
