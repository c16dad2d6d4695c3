package org.openpriorauth.audit.seal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chain's own word that events were removed because they had been kept long enough; it counts
 * where a seal fixes it.
 *
 * @param seal the number of the last seal whose events went
 * @param hash that seal's
 * @param before the day on which nothing younger was removed, ISO 8601
 */
record Removal(long seal, String hash, String before) {
  /** From the beginning of the line: what a value may hold can look like nothing of this. */
  private static final Pattern EVENT =
      Pattern.compile(
          "\\{\"position\":\\d+,\"id\":\"[^\"]*\",\"at\":\"[^\"]*\",\"clinic\":(?:null|\"[^\"]*\"),"
              + "\"actor\":(?:null|\"[^\"]*\"),\"action\":\"audit\\.remove\",.*"
              + ",\"detail\":\\{([^{}]*)\\}\\}");

  private static final Pattern SEAL = Pattern.compile("\"seal\": (\\d{1,18})");
  private static final Pattern HASH = Pattern.compile("\"hash\": \"([0-9a-f]{64})\"");
  private static final Pattern BEFORE = Pattern.compile("\"before\": \"(\\d{4}-\\d{2}-\\d{2})\"");

  static Optional<Removal> read(String line) {
    Matcher event = EVENT.matcher(line);
    if (!event.matches()) {
      return Optional.empty();
    }
    Matcher seal = SEAL.matcher(event.group(1));
    Matcher hash = HASH.matcher(event.group(1));
    Matcher before = BEFORE.matcher(event.group(1));
    return seal.find() && hash.find() && before.find()
        ? Optional.of(new Removal(Long.parseLong(seal.group(1)), hash.group(1), before.group(1)))
        : Optional.empty();
  }
}
