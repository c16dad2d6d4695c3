package org.openpriorauth.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What a site would keep in its vault: database passwords, the signing key, the key ring. Made once
 * for each system and kept beside its data, readable by the owner only; nothing is in the
 * repository.
 */
public final class Secrets {
  private static final int KEY_BYTES = 32;
  private static final int PASSWORD_BYTES = 18;

  private final Path keyRing;
  private final Properties values;

  private Secrets(Path keyRing, Properties values) {
    this.keyRing = keyRing;
    this.values = values;
  }

  static Secrets of(Path home) throws IOException, NoSuchAlgorithmException {
    Path directory = Directories.secret(home.resolve("secrets"));
    Path file = directory.resolve("secrets.properties");
    Path ring = directory.resolve("key-ring.properties");
    Properties values = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        values.load(in);
      }
      return new Secrets(ring, values);
    }
    SecureRandom random = new SecureRandom();
    for (String role : new String[] {"owner", "app", "batch", "people", "simulator"}) {
      values.setProperty(role, random(random, PASSWORD_BYTES));
    }
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    KeyPair pair = rsa.generateKeyPair();
    values.setProperty("private-key", pem("PRIVATE", pair.getPrivate().getEncoded()));
    values.setProperty("public-key", pem("PUBLIC", pair.getPublic().getEncoded()));
    Properties keys = new Properties();
    keys.setProperty("current", "k1");
    keys.setProperty("key.k1", base64(random, KEY_BYTES));
    keys.setProperty("index", base64(random, KEY_BYTES));
    store(keys, ring);
    store(values, file);
    return new Secrets(ring, values);
  }

  /** What the server's process is given; the scripts and the EAR read nothing else. */
  Map<String, String> environment(String databaseUrl, String address) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OPENPRIORAUTH_DB_URL", databaseUrl);
    environment.put("OPENPRIORAUTH_PUBLIC_URL", address);
    // The simulator answers on this machine, without TLS.
    environment.put("OPENPRIORAUTH_PAYER_PLAIN_HTTP", "true");
    environment.put("OPENPRIORAUTH_APP_PASSWORD", password("app"));
    environment.put("OPENPRIORAUTH_BATCH_PASSWORD", password("batch"));
    environment.put("OPENPRIORAUTH_KEYS_FILE", keyRing.toString());
    environment.put(
        "OPENPRIORAUTH_DOCUMENTS_DIRECTORY",
        keyRing.getParent().resolveSibling("documents").toString());
    environment.put("OPENPRIORAUTH_TOKEN_PRIVATE_KEY", values.getProperty("private-key"));
    environment.put("OPENPRIORAUTH_TOKEN_PUBLIC_KEY", values.getProperty("public-key"));
    // A neighbour on the same server may have set its own; ours must not notice.
    environment.put("MP_JWT_VERIFY_ISSUER", "https://neighbour.example.org");
    environment.put("MP_JWT_VERIFY_PUBLICKEY", "not-our-key");
    return environment;
  }

  /**
   * @param role owner, app or batch for the database, people for the demo's log-ins
   */
  public String password(String role) {
    return values.getProperty(role);
  }

  private static void store(Properties properties, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Writer out = Files.newBufferedWriter(part)) {
      properties.store(out, null);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String random(SecureRandom random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  private static String base64(SecureRandom random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return Base64.getEncoder().encodeToString(value);
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
  }
}
