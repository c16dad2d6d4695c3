package org.openpriorauth.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One frame of an answer, as the other side sees it.
 *
 * @param size of its JSON, in bytes
 */
record Frame(Map<String, Object> json, int size, byte[] content) {
  /** The next frame, or null at the end. */
  static Frame next(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    Map<String, Object> json = parse(in.readNBytes(length));
    Object content = json.get("content_length");
    return new Frame(
        json, length, content == null ? null : in.readNBytes(((Number) content).intValue()));
  }

  static Map<String, Object> parse(byte[] json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      @SuppressWarnings("unchecked")
      Map<String, Object> object = (Map<String, Object>) value(parser);
      return object;
    }
  }

  private static Object value(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> object = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          object.put(name, value(in));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<Object> array = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(in));
        }
        yield array;
      }
      case VALUE_STRING -> in.getText();
      default -> in.getNumberValue();
    };
  }

  String string(String name) {
    return (String) json.get(name);
  }

  int number(String name) {
    return ((Number) json.get(name)).intValue();
  }

  @SuppressWarnings("unchecked")
  List<String> flags() {
    return (List<String>) json.get("flags");
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> object(String name) {
    return (Map<String, Object>) json.get(name);
  }

  /** The words with their boxes. */
  List<Seen> words() {
    List<Seen> words = new ArrayList<>();
    for (Object each : (List<?>) json.get("words")) {
      double[] n = ((List<?>) each).stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
      String text = string("text").substring((int) n[0], (int) n[1]);
      words.add(new Seen(text, n[2], n[3], n[4], n[5], (int) n[6]));
    }
    return words;
  }

  /** The first word with this text. */
  Seen word(String text) {
    return words().stream().filter(w -> w.text().equals(text)).findFirst().orElseThrow();
  }

  /** A word of the answer, cut out of the text by its span. */
  record Seen(String text, double x, double y, double width, double height, int confidence) {
    double centreX() {
      return x + width / 2;
    }

    double centreY() {
      return y + height / 2;
    }
  }
}
