package org.openpriorauth.audit.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of a chain: it fixes every event of its chain with a position above {@code after} and up
 * to {@code upTo}, and the link before it.
 *
 * @param chain the clinic's id, or {@code installation} for what belongs to no clinic
 * @param number 1 for the first, then without a gap
 * @param events how many there are
 * @param root over the events' lines in the order of their positions, hexadecimal
 * @param previous the hash of the link before, hexadecimal; 64 zeros for the first
 */
public record Seal(
    String chain,
    long number,
    long after,
    long upTo,
    long events,
    String root,
    String previous,
    Instant sealedAt) {
  /** What the first link names as the one before it. */
  public static final String NONE = "0".repeat(64);

  private static final Pattern LINE =
      Pattern.compile(
          "seal (\\d{1,18}) after=(\\d{1,18}) up_to=(\\d{1,18}) events=(\\d{1,18})"
              + " root=([0-9a-f]{64}) previous=([0-9a-f]{64}) sealed_at=(\\S{1,40})"
              + " hash=([0-9a-f]{64})");

  public String hash() {
    String said =
        String.join(
            "\n",
            "openpriorauth-seal-1",
            chain,
            Long.toString(number),
            Long.toString(after),
            Long.toString(upTo),
            Long.toString(events),
            root,
            previous,
            sealedAt.toString());
    byte[] hash = MerkleTree.sha256().digest(said.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  /** As it stands in an export. */
  public String line() {
    return "seal %d after=%d up_to=%d events=%d root=%s previous=%s sealed_at=%s hash=%s"
        .formatted(number, after, upTo, events, root, previous, sealedAt, hash());
  }

  /**
   * @return the link and the hash that its line claims
   * @throws IllegalArgumentException if the line is none
   */
  static Map.Entry<Seal, String> read(String chain, String line) {
    Matcher said = LINE.matcher(line);
    if (!said.matches()) {
      throw new IllegalArgumentException("This line is no seal.");
    }
    Seal seal =
        new Seal(
            chain,
            Long.parseLong(said.group(1)),
            Long.parseLong(said.group(2)),
            Long.parseLong(said.group(3)),
            Long.parseLong(said.group(4)),
            said.group(5),
            said.group(6),
            instant(said.group(7)));
    return Map.entry(seal, said.group(8));
  }

  private static Instant instant(String word) {
    try {
      return Instant.parse(word);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("This seal has no time.", e);
    }
  }
}
