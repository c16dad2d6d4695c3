package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that a site keeps in a properties file: {@code current=<id>}, {@code key.<id>=<base64 of
 * 32 bytes>} for every key that was ever current, and {@code index=<base64 of 32 bytes>} for the
 * blind indexes. Read once. A site whose keys are all in the database has no such file.
 */
@ApplicationScoped
public class KeyFile {
  private static final int KEY_BYTES = 32;
  private static final String KEY_PREFIX = "key.";

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.file")
  Optional<String> file;

  private Content content;

  /**
   * @param current the id of the key that seals and wraps
   * @param index for the blind indexes
   */
  record Content(Map<String, SecretKey> keys, String current, byte[] index) {
    Content {
      keys = Map.copyOf(keys);
    }
  }

  /**
   * Empty if the site names no file.
   *
   * @throws IllegalStateException if the file cannot be read, or a key in it is none
   */
  synchronized Optional<Content> content() {
    if (content == null && file.isPresent()) {
      content = read(file.get());
    }
    return Optional.ofNullable(content);
  }

  private static Content read(String file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file))) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(
          "openpriorauth.keys.file names no readable key ring: " + file, e);
    }
    Map<String, SecretKey> keys = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(KEY_PREFIX)) {
        SecretKey key = new SecretKeySpec(decode(properties, name), "AES");
        keys.put(name.substring(KEY_PREFIX.length()), key);
      }
    }
    String current = properties.getProperty("current");
    if (!keys.containsKey(current)) {
      throw new IllegalStateException("The key ring's current key is not in it.");
    }
    return new Content(keys, current, decode(properties, "index"));
  }

  private static byte[] decode(Properties properties, String name) {
    byte[] bytes = Base64.getDecoder().decode(properties.getProperty(name, "").strip());
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException("The key ring's " + name + " is not 32 bytes in base64.");
    }
    return bytes;
  }
}
