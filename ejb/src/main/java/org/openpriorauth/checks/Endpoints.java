package org.openpriorauth.checks;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.openpriorauth.outward.Outward;

/**
 * Asks addresses for nothing but their heads, and looks at how they answer: certificates by the
 * authorities that count here, protocol, and the clock of the other side. Follows no redirect,
 * sends no secret.
 */
@ApplicationScoped
public class Endpoints {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final long ANSWER_SECONDS = 5;

  @Inject Clock clock;
  @Inject Outward outward;

  private HttpClient client;

  /**
   * How an address answered.
   *
   * @param refused why the certificate was not accepted, or null
   * @param silent whether nothing was heard
   * @param protocol such as TLSv1.3; null without encryption
   * @param expires the certificate that ends first in its chain
   * @param clock how far the other clock is from ours, or null if it did not say
   */
  record Seen(
      String host,
      boolean local,
      String refused,
      boolean silent,
      String protocol,
      Instant expires,
      Duration clock) {}

  @PostConstruct
  void open() {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(outward.tls())
            .proxy(outward.proxies())
            .build();
  }

  /** All at once, in the order of the addresses. */
  List<Seen> look(List<URI> addresses) {
    List<CompletableFuture<Seen>> asked = addresses.stream().map(this::ask).toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Seen> ask(URI address) {
    String host = address.getHost();
    try {
      HttpRequest head =
          HttpRequest.newBuilder(address)
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .build();
      return client
          .sendAsync(head, HttpResponse.BodyHandlers.discarding())
          .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
          .handle((answer, e) -> e == null ? answered(address, answer) : failed(address, e));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(
          new Seen(host, false, "is no web address", false, null, null, null));
    }
  }

  private Seen answered(URI address, HttpResponse<Void> answer) {
    SSLSession session = answer.sslSession().orElse(null);
    return new Seen(
        address.getHost(),
        local(address),
        null,
        false,
        session == null ? null : session.getProtocol(),
        session == null ? null : expires(session),
        answer.headers().firstValue("Date").map(this::apart).orElse(null));
  }

  private static Seen failed(URI address, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return refused(address, "has a certificate that has expired");
      }
      if (cause instanceof CertificateNotYetValidException) {
        return refused(address, "has a certificate that is not valid yet");
      }
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return refused(
            address, "has a certificate, chain or protocol that this server does not accept");
      }
    }
    return new Seen(address.getHost(), local(address), null, true, null, null, null);
  }

  static Seen refused(URI address, String why) {
    return new Seen(address.getHost(), local(address), why, false, null, null, null);
  }

  private static Instant expires(SSLSession session) {
    try {
      return Arrays.stream(session.getPeerCertificates())
          .filter(X509Certificate.class::isInstance)
          .map(c -> ((X509Certificate) c).getNotAfter().toInstant())
          .min(Instant::compareTo)
          .orElse(null);
    } catch (SSLPeerUnverifiedException e) {
      return null;
    }
  }

  /** The header counts whole seconds. */
  private Duration apart(String date) {
    try {
      Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(theirs, clock.instant()).abs();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean local(URI address) {
    try {
      return InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
