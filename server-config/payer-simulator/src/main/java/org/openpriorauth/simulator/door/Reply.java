package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.openpriorauth.simulator.wire.Json;

/**
 * What is answered, and in which manner it travels.
 *
 * @param status HTTP status
 * @param type content type
 * @param body what is sent
 * @param headers further headers
 * @param manner how it is sent
 * @param amount milliseconds of a drip, or bytes of padding
 */
record Reply(
    int status, String type, byte[] body, Map<String, String> headers, Manner manner, long amount) {
  private static final String FHIR = "application/fhir+json; charset=utf-8";

  /** How an answer travels. */
  enum Manner {
    WHOLE,
    /** The connection is closed without a word. */
    DROPPED,
    /** A little at a time. */
    DRIPPING,
    /** Behind a flood of blanks, which JSON allows. */
    PADDED
  }

  static Reply fhir(int status, JsonNode body) {
    return of(status, FHIR, Json.bytes(body));
  }

  static Reply json(int status, JsonNode body) {
    byte[] text = (Json.pretty(body) + "\n").getBytes(StandardCharsets.UTF_8);
    return of(status, "application/json; charset=utf-8", text);
  }

  static Reply html(String page) {
    return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8))
        .with(
            Map.of(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'",
                "Cache-Control",
                "no-store"));
  }

  static Reply bare(int status) {
    return of(status, "", new byte[0]);
  }

  static Reply dropped() {
    return bare(0).in(Manner.DROPPED, 0);
  }

  private static Reply of(int status, String type, byte[] body) {
    return new Reply(status, type, body, Map.of(), Manner.WHOLE, 0);
  }

  Reply with(Map<String, String> more) {
    return new Reply(status, type, body, more, manner, amount);
  }

  Reply in(Manner other, long much) {
    return new Reply(status, type, body, headers, other, much);
  }

  /** The same with its last two fifths cut off. */
  Reply cut() {
    byte[] start = Arrays.copyOf(body, body.length * 3 / 5);
    return new Reply(status, type, start, headers, manner, amount);
  }
}
