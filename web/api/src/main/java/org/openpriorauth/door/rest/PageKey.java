package org.openpriorauth.door.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.openpriorauth.kernel.Problem;

/**
 * Where the next page of a list begins, as a word that clients hand back unread.
 *
 * @param at of the last row that was shown
 * @param id of the same row
 */
public record PageKey(Instant at, UUID id) {
  public String word() {
    String text = at + "," + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws Problem INVALID if it is none that we gave
   */
  public static PageKey read(String word) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII).split(",", 2);
      return new PageKey(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Problem.invalid("", "after", "The page key is none that we gave.");
    }
  }
}
