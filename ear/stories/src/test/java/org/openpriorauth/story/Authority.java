package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a hospital's own, made with the JDK's tool. */
final class Authority {
  private static final String SELF = "authority";

  private final String password = UUID.randomUUID().toString();
  private final Path directory;

  /**
   * @param directory of its own; made if it is not there
   */
  Authority(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    keytool("-genkeypair", "-alias", SELF, "-dname", "CN=Hospital authority", "-ext", "bc:c");
  }

  /** A key, and what this authority says of its owner. */
  record Issued(Key key, Certificate[] chain) {
    Certificate certificate() {
      return chain[0];
    }

    /** As a site's server reads it, under the name that the guide tells. */
    void keyStore(Path file, String password) throws IOException, GeneralSecurityException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("openpriorauth", key, password.toCharArray(), chain);
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, password.toCharArray());
      }
    }

    /** As PostgreSQL reads it, and keeps it to itself. */
    void pem(Path certificateFile, Path keyFile) throws IOException, GeneralSecurityException {
      Files.writeString(certificateFile, text("CERTIFICATE", certificate().getEncoded()));
      Files.deleteIfExists(keyFile);
      Files.createFile(
          keyFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(keyFile, text("PRIVATE KEY", key.getEncoded()));
    }
  }

  /**
   * @param names for example {@code ip:127.0.0.1,dns:localhost}
   */
  Issued issue(String names) throws IOException, GeneralSecurityException {
    String alias = UUID.randomUUID().toString();
    keytool(
        "-genkeypair",
        "-alias",
        alias,
        "-dname",
        "CN=A server",
        "-ext",
        "san=" + names,
        "-signer",
        SELF);
    KeyStore store = store();
    return new Issued(
        store.getKey(alias, password.toCharArray()), store.getCertificateChain(alias));
  }

  /** Its own certificate, for who believes it. */
  Path root() throws IOException, GeneralSecurityException {
    Path file = directory.resolve("authority.pem");
    return Files.writeString(file, text("CERTIFICATE", store().getCertificate(SELF).getEncoded()));
  }

  /** For a client that believes it and nobody else. */
  SSLContext trusted() throws IOException, GeneralSecurityException {
    KeyStore believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    believed.setCertificateEntry(SELF, store().getCertificate(SELF));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("authority.p12"))) {
      store.load(in, password.toCharArray());
    }
    return store;
  }

  private static String text(String kind, byte[] der) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
  }

  /** Static RSA must be refused for what it is, and not because the key is of another kind. */
  private void keytool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "2"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass:env", "STORE_PASSWORD"));
    command.addAll(List.of("-keystore", directory.resolve("authority.p12").toString()));
    Path log = directory.resolve("keytool.log");
    ProcessBuilder tool =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    tool.environment().put("STORE_PASSWORD", password);
    try {
      Process process = tool.start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
