package org.openpriorauth.outward;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy that writes down what it is asked for and leads everybody to one port of this machine.
 */
public final class RecordingProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public RecordingProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::listen);
  }

  public String address() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** The first line of each call. */
  public List<String> asked() {
    return asked;
  }

  private void listen() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      daemon(() -> lead(client));
    }
  }

  private void lead(Socket client) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = client.getInputStream().read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
    asked.add(head.substring(0, head.indexOf("\r\n")));
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    client
        .getOutputStream()
        .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    daemon(() -> pour(server.getInputStream(), client));
    pour(client.getInputStream(), server);
  }

  private static void pour(InputStream from, Socket to) throws IOException {
    try (to) {
      from.transferTo(to.getOutputStream());
    }
  }

  private interface Doing {
    void run() throws IOException;
  }

  private static void daemon(Doing doing) {
    Thread thread =
        new Thread(
            () -> {
              try {
                doing.run();
              } catch (IOException e) {
                // The other side has gone: so does this one.
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
