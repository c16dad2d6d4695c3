package org.openpriorauth.story;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks as ClamAV's daemon does, and knows one virus: the test string of EICAR. */
final class Clamd implements AutoCloseable {
  /** In two halves, or scanners would take this file away. */
  static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private final ServerSocket socket;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String instead;

  private Clamd(ServerSocket socket) {
    this.socket = socket;
  }

  static Clamd start() throws IOException {
    Clamd clamd = new Clamd(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(clamd::serve, "clamd");
    thread.setDaemon(true);
    thread.start();
    return clamd;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How often it was asked since it started. */
  int asked() {
    return asked.get();
  }

  /**
   * @param answer whatever is sent; empty for hanging up without a word; null for the truth
   */
  void says(String answer) {
    instead = answer;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket line = socket.accept()) {
        answer(line);
      } catch (IOException e) {
        // The other side hung up, or the stories are over.
      }
    }
  }

  private void answer(Socket line) throws IOException {
    DataInputStream in = new DataInputStream(line.getInputStream());
    String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    if (!command.equals("zINSTREAM\0")) {
      line.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.write(in.readNBytes(length));
    }
    asked.incrementAndGet();
    boolean found = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
    String word = found ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0";
    line.getOutputStream()
        .write((instead == null ? word : instead).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
