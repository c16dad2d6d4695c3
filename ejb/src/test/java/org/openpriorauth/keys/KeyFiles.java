package org.openpriorauth.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Key rings in files. */
final class KeyFiles {
  private KeyFiles() {}

  /** Keys nobody has seen before; the last is current. */
  static Path random(Path directory, String... ids) throws IOException {
    StringBuilder content = new StringBuilder("index=" + key() + "\n");
    for (String id : ids) {
      content.append("key.").append(id).append('=').append(key()).append('\n');
    }
    content.append("current=").append(ids[ids.length - 1]).append('\n');
    return Files.writeString(directory.resolve(UUID.randomUUID() + ".properties"), content);
  }

  private static String key() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
