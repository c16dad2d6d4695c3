package org.openpriorauth.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.notification.Mail;
import org.openpriorauth.notification.Messenger;
import org.openpriorauth.outward.Outward;

/**
 * Mail over SMTP (RFC 5321), to the hospital's own server. The address is checked as one alone, so
 * that nobody writes a second recipient or a header into it.
 */
@ApplicationScoped
public class SmtpMessenger implements Messenger {
  private static final Set<String> SECURITY = Set.of("starttls", "tls", "none");

  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.host")
  Optional<String> host;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.port")
  int port;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.security")
  String security;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.from")
  String from;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.seconds")
  long seconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.mail.plain")
  boolean plain;

  @Inject Outward outward;

  @Override
  public boolean ready() {
    return host.isPresent();
  }

  /** What is wrong with the settings, or nothing: mail goes out by TLS, or to this machine. */
  Optional<String> fault() {
    if (!SECURITY.contains(security)) {
      return Optional.of("openpriorauth.mail.security is none of starttls, tls and none.");
    }
    if (host.isPresent() && security.equals("none") && !plain && !here(host.get())) {
      return Optional.of(
          "openpriorauth.mail.security is none, and the mail server is not on this machine.");
    }
    return Optional.empty();
  }

  private static boolean here(String name) {
    try {
      return InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public void send(Mail mail) throws NotTaken {
    if (fault().isPresent()) {
      throw new NotTaken(fault().get(), false);
    }
    try {
      MimeMessage message = new MimeMessage(session());
      message.setFrom(new InternetAddress(from, true));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
      message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
      message.setText(mail.text(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      // Answers of machines, such as an absence note, help nobody (RFC 3834).
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
    } catch (AddressException e) {
      throw new NotTaken("not an address that can be written to", true);
    } catch (SendFailedException e) {
      throw new NotTaken("the mail server refused it", false);
    } catch (MessagingException e) {
      throw new NotTaken("the mail server could not be reached or broke off", false);
    }
  }

  private Session session() {
    Properties to = new Properties();
    String patience = Long.toString(Duration.ofSeconds(seconds).toMillis());
    to.put("mail.smtp.host", host.orElseThrow());
    to.put("mail.smtp.port", Integer.toString(port));
    to.put("mail.smtp.connectiontimeout", patience);
    to.put("mail.smtp.timeout", patience);
    to.put("mail.smtp.writetimeout", patience);
    to.put("mail.smtp.starttls.enable", Boolean.toString(!security.equals("none")));
    to.put("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
    to.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
    to.put("mail.smtp.ssl.checkserveridentity", "true");
    to.put("mail.smtp.ssl.socketFactory", outward.tls().getSocketFactory());
    // Beside an own socket factory the library would otherwise go on without it.
    to.put("mail.smtp.ssl.socketFactory.fallback", "false");
    to.put("mail.smtp.auth", Boolean.toString(user.isPresent()));
    return Session.getInstance(
        to,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user.orElse(""), password.orElse(""));
          }
        });
  }
}
