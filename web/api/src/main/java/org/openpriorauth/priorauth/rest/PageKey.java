package org.openpriorauth.priorauth.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.priorauth.model.PriorAuthRepository.Key;

/** Where the next page begins, as a word that clients hand back unread. */
final class PageKey {
  private PageKey() {}

  static String write(Key key) {
    String text = key.createdAt() + "," + key.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  static Key read(String word) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII).split(",", 2);
      return new Key(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Problem.invalid("", "after", "The page key is none that we gave.");
    }
  }
}
