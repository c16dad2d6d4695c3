package org.openpriorauth.launcher;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A mail server on this machine that takes everything and sends nothing on; what it took lies in
 * files, for people to read.
 */
public final class Mailbox implements AutoCloseable {
  private static final long LOOK_EVERY_MS = 500;

  private final GreenMail server;
  private final int port;
  private final Path directory;
  private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor();
  private int kept;

  private Mailbox(Path directory) {
    this.directory = directory;
    this.port = Ports.any();
    this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  static Mailbox start(Path directory) throws IOException {
    Directories.delete(directory);
    Mailbox mailbox = new Mailbox(Directories.secret(directory));
    mailbox.server.start();
    Future<?> unused =
        mailbox.clerk.scheduleWithFixedDelay(
            mailbox::keepNew, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    return mailbox;
  }

  Map<String, String> environment() {
    return Map.of(
        "OPENPRIORAUTH_MAIL_HOST", "127.0.0.1",
        "OPENPRIORAUTH_MAIL_PORT", String.valueOf(port),
        "OPENPRIORAUTH_MAIL_SECURITY", "none");
  }

  public Path directory() {
    return directory;
  }

  /** The texts of all mails to an address, the oldest first. */
  public List<String> to(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(message -> recipient(message).equals(address))
        .map(Mailbox::text)
        .toList();
  }

  private synchronized void keepNew() {
    MimeMessage[] received = server.getReceivedMessages();
    for (; kept < received.length; kept++) {
      Path file = directory.resolve("%03d-%s.eml".formatted(kept + 1, recipient(received[kept])));
      try (OutputStream out = Files.newOutputStream(file)) {
        received[kept].writeTo(out);
      } catch (IOException | MessagingException e) {
        System.err.println("A mail could not be kept: " + e.getMessage());
      }
    }
  }

  private static String recipient(MimeMessage message) {
    try {
      return message.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage message) {
    try {
      return message.getSubject() + "\n\n" + message.getContent().toString().replace("\r", "");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clerk.shutdownNow();
    server.stop();
  }
}
