package org.openpriorauth.simulator.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * JSON as a payer at an open door reads it: strict UTF-8, no duplicate names, nothing after the
 * end, and limits on depth, on the number of tokens and on the length of names and numbers, so that
 * hostile input costs little before it is refused.
 */
public final class Json {
  /** Largest body that is read, in bytes; a longer one is answered with 413. */
  public static final int MAX_BODY_BYTES = 40 * 1024 * 1024;

  /** Deepest nesting that is read; real bundles stay below forty. */
  private static final int MAX_DEPTH = 200;

  /** Most tokens that are read; a bundle's bulk is base64 text, which is one token each. */
  private static final int MAX_TOKENS = 120_000;

  private static final ObjectMapper STRICT = strict();
  private static final ObjectMapper OWN = own();

  private Json() {}

  /**
   * Reads a body received from a stranger.
   *
   * @throws Malformed when it is not UTF-8, not JSON, or beyond the limits
   */
  public static JsonNode read(String text) throws Malformed {
    try (JsonParser parser = new Counted(STRICT.createParser(text))) {
      JsonNode node = STRICT.readTree(parser);
      if (node == null || node.isMissingNode()) {
        throw new Malformed("The body is empty.");
      }
      if (text.contains("\\ud") || text.contains("\\uD")) {
        whole(node);
      }
      return node;
    } catch (StreamConstraintsException e) {
      throw new Malformed("The JSON is nested too deeply or holds too long a name or number.");
    } catch (JsonProcessingException e) {
      throw new Malformed("The body is not well-formed JSON" + place(e));
    } catch (IOException e) {
      throw new Malformed("The body holds too many elements.");
    }
  }

  /**
   * Decodes a body; lenient decoding would store something else than what was received.
   *
   * @throws Malformed when the bytes are not UTF-8
   */
  public static String decode(byte[] utf8) throws Malformed {
    String quick = new String(utf8, StandardCharsets.UTF_8);
    if (quick.indexOf('\uFFFD') < 0) {
      return quick;
    }
    try {
      // Either the sender wrote that character, or the quick way has put it for what is not UTF-8.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("The body is not valid UTF-8.");
    }
  }

  /** Reads what this process itself has written. */
  public static JsonNode readOwn(byte[] utf8) throws IOException {
    return OWN.readTree(utf8);
  }

  public static byte[] bytes(JsonNode node) {
    try {
      return OWN.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, indented, for people. */
  public static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Half a surrogate pair can be written in JSON's escapes, but nowhere else. */
  private static void whole(JsonNode node) throws Malformed {
    if (node.isTextual() && !encodable(node.textValue())) {
      throw new Malformed("A text holds half a surrogate pair.");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!encodable(names.next())) {
        throw new Malformed("A name holds half a surrogate pair.");
      }
    }
    for (JsonNode child : node) {
      whole(child);
    }
  }

  private static boolean encodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "."
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ").";
  }

  private static ObjectMapper strict() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_BODY_BYTES)
                    .maxNumberLength(100)
                    .maxNameLength(200)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // A stranger's names must not fill tables that outlive the call.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  private static ObjectMapper own() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(4 * MAX_BODY_BYTES).build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  /** Gives up at the token limit, before a tree of millions of nodes has been built. */
  private static final class Counted extends JsonParserDelegate {
    private int tokens;

    Counted(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      if (++tokens > MAX_TOKENS) {
        throw new IOException("too many tokens");
      }
      return super.nextToken();
    }
  }

  /** What was received is not JSON that we read; the message is fit for the sender. */
  public static final class Malformed extends Exception {
    Malformed(String message) {
      super(message);
    }
  }
}
