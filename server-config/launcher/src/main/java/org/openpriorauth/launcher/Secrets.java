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
  private static final SecureRandom RANDOM = new SecureRandom();
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
    } else {
      keyRing(ring);
    }
    // A newer release may need one that an older system was made without.
    if (complete(values)) {
      store(values, file);
    }
    return new Secrets(ring, values);
  }

  private static void keyRing(Path file) throws IOException {
    Properties keys = new Properties();
    keys.setProperty("current", "k1");
    keys.setProperty("key.k1", base64());
    keys.setProperty("index", base64());
    store(keys, file);
  }

  /** Whether anything was added. */
  private static boolean complete(Properties values) throws NoSuchAlgorithmException {
    int before = values.size();
    for (String role : new String[] {"owner", "app", "batch", "people", "simulator"}) {
      values.putIfAbsent(role, newPassword());
    }
    values.putIfAbsent("view-key", base64());
    // The signing key, and the one before it, as a site has both while it changes them.
    for (String which : new String[] {"", "former-"}) {
      if (!values.containsKey(which + "private-key")) {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();
        values.setProperty(which + "private-key", pem("PRIVATE", pair.getPrivate().getEncoded()));
        values.setProperty(which + "public-key", pem("PUBLIC", pair.getPublic().getEncoded()));
      }
    }
    return values.size() > before;
  }

  /** What the server's process is given; the scripts and the EAR read nothing else. */
  Map<String, String> environment(String databaseUrl, String address) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OPENPRIORAUTH_DB_URL", databaseUrl);
    environment.put("OPENPRIORAUTH_PUBLIC_URL", address);
    // The simulator answers on this machine, without TLS.
    environment.put("OPENPRIORAUTH_PAYER_PLAIN_HTTP", "true");
    environment.put("OPENPRIORAUTH_OUTBOUND_ALLOWED", "127.0.0.1");
    environment.put("OPENPRIORAUTH_APP_PASSWORD", password("app"));
    environment.put("OPENPRIORAUTH_BATCH_PASSWORD", password("batch"));
    environment.put("OPENPRIORAUTH_KEYS_FILE", keyRing.toString());
    environment.put(
        "OPENPRIORAUTH_DOCUMENTS_DIRECTORY",
        keyRing.getParent().resolveSibling("documents").toString());
    environment.put("OPENPRIORAUTH_VIEW_KEY", values.getProperty("view-key"));
    environment.put("OPENPRIORAUTH_TOKEN_PRIVATE_KEY", values.getProperty("private-key"));
    environment.put(
        "OPENPRIORAUTH_TOKEN_PUBLIC_KEY",
        values.getProperty("public-key") + "\n" + values.getProperty("former-public-key"));
    // A neighbour on the same server may have set its own; ours must not notice.
    environment.put("MP_JWT_VERIFY_ISSUER", "https://neighbour.example.org");
    environment.put("MP_JWT_VERIFY_PUBLICKEY", "not-our-key");
    environment.put("MP_JWT_VERIFY_AUDIENCES", "https://neighbour.example.org");
    return environment;
  }

  /**
   * @param role owner, app or batch for the database, people for the demo's log-ins
   */
  public String password(String role) {
    return values.getProperty(role);
  }

  /** What this person would have on a telephone. */
  public Authenticator authenticator(String username) {
    return new Authenticator(keyRing.resolveSibling("authenticator-" + username + ".properties"));
  }

  static void store(Properties properties, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (Writer out = Files.newBufferedWriter(part)) {
      properties.store(out, null);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String newPassword() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES));
  }

  private static String base64() {
    return Base64.getEncoder().encodeToString(random(KEY_BYTES));
  }

  private static byte[] random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return value;
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %s KEY-----%n%s%n-----END %s KEY-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
  }
}
