package org.openpriorauth.outward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates count: the JDK's authorities, and those of the site's own file beside them.
 */
record Trust(SSLContext context, X509TrustManager manager) {
  /**
   * @param authorities a file of certificates in PEM, or nothing
   * @throws IllegalStateException that names the setting if there is no certificate in it
   */
  static Trust of(Optional<Path> authorities) {
    try {
      X509TrustManager manager = manager(authorities);
      if (authorities.isEmpty()) {
        // Whatever else the JVM was told stays as it is.
        return new Trust(SSLContext.getDefault(), manager);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      return new Trust(context, manager);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          Outward.AUTHORITIES + " names no readable file of certificates in PEM.", e);
    }
  }

  private static X509TrustManager manager(Optional<Path> authorities)
      throws GeneralSecurityException, IOException {
    if (authorities.isEmpty()) {
      return manager((KeyStore) null);
    }
    KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
    all.load(null, null);
    int number = 0;
    for (X509Certificate known : manager((KeyStore) null).getAcceptedIssuers()) {
      all.setCertificateEntry("jdk-" + number++, known);
    }
    for (Certificate own : read(authorities.get())) {
      all.setCertificateEntry("site-" + number++, own);
    }
    return manager(all);
  }

  private static Collection<? extends Certificate> read(Path file)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (read.isEmpty()) {
        throw new IllegalStateException(Outward.AUTHORITIES + " names a file of no certificate.");
      }
      return read;
    }
  }

  /**
   * @param known null for what the JDK comes with
   */
  private static X509TrustManager manager(KeyStore known) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(known);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
