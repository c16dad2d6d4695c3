package org.openpriorauth.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpriorauth.notification.Mail;
import org.openpriorauth.notification.Messenger.NotTaken;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.outward.PrivateAuthority;

/** Mail goes to the server that is meant, by TLS, or not at all. */
class SmtpMessengerTest {
  private static final Optional<String> NONE = Optional.empty();
  private static final Mail MAIL = new Mail("test", "nora@example.net", "Hello", "Hello.");

  @TempDir static Path directory;
  private static PrivateAuthority authority;
  private static Outward trusted;

  @BeforeAll
  static void anAuthority() {
    authority = new PrivateAuthority(directory);
    trusted = authority.trusted(NONE, NONE);
  }

  @Test
  void byStarttlsAndByTlsUnderTheSitesAuthority() throws IOException, NotTaken {
    try (MailServer server = server("ip:127.0.0.1", true, false)) {
      messenger(server, "starttls", trusted).send(MAIL);
      assertThat(server.taken()).containsExactly("tls Hello");
    }
    try (MailServer server = server("ip:127.0.0.1", false, true)) {
      messenger(server, "tls", trusted).send(MAIL);
      assertThat(server.taken()).containsExactly("tls Hello");
    }
  }

  /** Somebody on the way would take the offer out. */
  @Test
  void notWithoutTls() throws IOException {
    try (MailServer server = server("ip:127.0.0.1", false, false)) {
      refused(messenger(server, "starttls", trusted), server);
    }
  }

  @Test
  void notToAServerOfAnotherName() throws IOException {
    for (boolean start : new boolean[] {false, true}) {
      try (MailServer server = server("dns:mail.hospital.example", true, start)) {
        refused(messenger(server, start ? "tls" : "starttls", trusted), server);
      }
    }
  }

  @Test
  void notUnderAnAuthorityThatNobodyNamed() throws IOException {
    Outward bare = Outward.of(NONE, NONE, NONE);
    for (boolean start : new boolean[] {false, true}) {
      try (MailServer server = server("ip:127.0.0.1", true, start)) {
        refused(messenger(server, start ? "tls" : "starttls", bare), server);
      }
    }
  }

  @Test
  void withoutTlsToThisMachineOnly() throws IOException, NotTaken {
    try (MailServer server = server("ip:127.0.0.1", false, false)) {
      SmtpMessenger here = messenger(server, "none", trusted);
      here.send(MAIL);
      assertThat(server.taken()).containsExactly("plain Hello");
      here.host = Optional.of("192.0.2.25");
      assertThat(here.fault()).hasValueSatisfying(w -> assertThat(w).contains("mail.security"));
      assertThatThrownBy(() -> here.send(MAIL)).isInstanceOf(NotTaken.class);
      here.plain = true;
      assertThat(here.fault()).isEmpty();
    }
  }

  /** A word that nobody knows must not mean "if it happens to be offered". */
  @Test
  void aSlipOfTheSettingClosesIt() throws IOException {
    try (MailServer server = server("ip:127.0.0.1", false, false)) {
      SmtpMessenger slipped = messenger(server, "STARTTLS ", trusted);
      assertThat(slipped.fault()).isPresent();
      refused(slipped, server);
    }
  }

  private static void refused(SmtpMessenger messenger, MailServer server) {
    assertThatThrownBy(() -> messenger.send(MAIL)).isInstanceOf(NotTaken.class);
    assertThat(server.taken()).isEmpty();
  }

  private static MailServer server(String names, boolean offers, boolean fromTheStart)
      throws IOException {
    return new MailServer(authority.server(names), offers, fromTheStart);
  }

  private static SmtpMessenger messenger(MailServer server, String security, Outward outward) {
    SmtpMessenger messenger = new SmtpMessenger();
    messenger.clock = Clock.systemUTC();
    messenger.host = Optional.of("127.0.0.1");
    messenger.port = server.port();
    messenger.security = security;
    messenger.user = NONE;
    messenger.password = NONE;
    messenger.from = "openpriorauth@localhost";
    messenger.seconds = 5;
    messenger.outward = outward;
    return messenger;
  }
}
