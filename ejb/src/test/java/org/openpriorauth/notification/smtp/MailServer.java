package org.openpriorauth.notification.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The least of a mail server: takes every mail, and writes down whether it came by TLS. */
final class MailServer implements AutoCloseable {
  private final ServerSocket listener;
  private final SSLContext tls;
  private final boolean offers;
  private final boolean fromTheStart;
  private final List<String> taken = new CopyOnWriteArrayList<>();

  /**
   * @param offers whether it offers STARTTLS
   * @param fromTheStart whether it speaks nothing but TLS
   */
  MailServer(SSLContext tls, boolean offers, boolean fromTheStart) throws IOException {
    this.tls = tls;
    this.offers = offers;
    this.fromTheStart = fromTheStart;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::listen);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listener.getLocalPort();
  }

  /** For each mail {@code tls} or {@code plain}, and its subject. */
  List<String> taken() {
    return taken;
  }

  private void listen() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        talk(fromTheStart ? encrypted(client) : client);
      } catch (IOException e) {
        // Who breaks off is heard no more; the next one may come.
      }
    }
  }

  private Socket encrypted(Socket client) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            tls.getSocketFactory()
                .createSocket(client, client.getInetAddress().getHostAddress(), 0, true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private void talk(Socket client) throws IOException {
    Writer out = writer(client);
    say(out, "220 mail");
    converse(client, out);
  }

  private void converse(Socket client, Writer out) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("EHLO")) {
        say(
            out,
            offers && !(client instanceof SSLSocket) ? "250-mail\r\n250 STARTTLS" : "250 mail");
      } else if (line.equals("STARTTLS")) {
        say(out, "220 go on");
        Socket safe = encrypted(client);
        converse(safe, writer(safe));
        return;
      } else if (line.equals("DATA")) {
        say(out, "354 go on");
        data(in, client instanceof SSLSocket);
        say(out, "250 taken");
      } else {
        say(out, line.equals("QUIT") ? "221 bye" : "250 well");
      }
    }
  }

  private void data(BufferedReader in, boolean safe) throws IOException {
    String subject = "";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      subject = line.startsWith("Subject: ") ? line.substring("Subject: ".length()) : subject;
    }
    taken.add((safe ? "tls " : "plain ") + subject);
  }

  private static Writer writer(Socket client) throws IOException {
    return new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
  }

  private static void say(Writer out, String words) throws IOException {
    out.write(words + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
