package org.openpriorauth.keys;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The installation's keys, from a properties file that the site keeps: {@code current=<id>}, {@code
 * key.<id>=<base64 of 32 bytes>} for every key that was ever current, and {@code index=<base64 of
 * 32 bytes>} for the blind indexes. The file is read once; without it nothing starts.
 */
@ApplicationScoped
public class KeyRing {
  private static final int KEY_BYTES = 32;
  private static final String KEY_PREFIX = "key.";

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.file")
  String file;

  private final Map<String, SecretKey> keys = new HashMap<>();
  private String current;
  private byte[] index;

  @PostConstruct
  void load() {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file))) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(
          "openpriorauth.keys.file names no readable key ring: " + file, e);
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(KEY_PREFIX)) {
        byte[] bytes = decode(properties, name);
        keys.put(name.substring(KEY_PREFIX.length()), new SecretKeySpec(bytes, "AES"));
      }
    }
    current = properties.getProperty("current");
    if (!keys.containsKey(current)) {
      throw new IllegalStateException("The key ring's current key is not in it.");
    }
    index = decode(properties, "index");
  }

  private static byte[] decode(Properties properties, String name) {
    byte[] bytes = Base64.getDecoder().decode(properties.getProperty(name, "").strip());
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException("The key ring's " + name + " is not 32 bytes in base64.");
    }
    return bytes;
  }

  /** The key that seals from now on. */
  String current() {
    return current;
  }

  SecretKey key(String id) {
    SecretKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException("A value is sealed with key " + id + ", not in the ring.");
    }
    return key;
  }

  byte[] indexKey() {
    return index.clone();
  }
}
