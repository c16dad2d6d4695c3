package org.openpriorauth.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.FuzzDoors.Operation;

/** One thrown request; everything about it follows from its chance. */
record FuzzRequest(String verb, String place, List<String> headers, byte[] body) {
  private static final List<String> TYPES =
      List.of(
          "application/json;charset=utf-16",
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=" + "b".repeat(300),
          "application/offset+octet-stream",
          "application/json, text/html",
          "*/*",
          "nonsense",
          "a/b; c=\"");
  private static final List<String> VERBS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "FUZZ");

  /**
   * @param ids by the names that paths have for them, ours and another clinic's
   */
  static FuzzRequest of(
      Random chance, FuzzDoors doors, Operation door, Map<String, List<String>> ids) {
    String verb = chance.nextInt(12) == 0 ? FuzzValues.one(chance, VERBS) : door.verb();
    String place = path(chance, door, ids) + query(chance, door);
    byte[] body = new byte[0];
    if (List.of("POST", "PUT", "PATCH").contains(verb) || chance.nextInt(20) == 0) {
      body = FuzzBody.of(chance, good(chance, doors, door, ids));
    }
    return new FuzzRequest(verb, place, headers(chance, door), body);
  }

  Answer send(Api who) {
    HttpRequest.BodyPublisher sent =
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request = who.request(place).method(verb, sent);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return who.send(request);
  }

  /** In good form half of the time, where the stories know one; else by the description. */
  private static JsonNode good(
      Random chance, FuzzDoors doors, Operation door, Map<String, List<String>> ids) {
    if (chance.nextBoolean()) {
      return doors.body(chance, door.body(), 0);
    }
    Map<String, String> some =
        ids.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, e -> FuzzValues.one(chance, e.getValue())));
    try {
      return Api.JSON.readTree(new Door(door.verb(), door.path(), "own").body(some));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String path(Random chance, Operation door, Map<String, List<String>> ids) {
    StringBuilder path = new StringBuilder();
    for (String part : door.path().substring(1).split("/")) {
      path.append('/');
      if (part.startsWith("{")) {
        List<String> known = ids.get(meaning(door.path(), part));
        path.append(
            known == null || chance.nextInt(3) == 0
                ? encoded(FuzzValues.word(chance))
                : mutated(chance, FuzzValues.one(chance, known)));
      } else {
        path.append(chance.nextInt(200) == 0 ? encoded(FuzzValues.word(chance)) : part);
      }
    }
    return path.toString();
  }

  /** Of what kind an id is: the part before it says, where its own name does not. */
  private static String meaning(String path, String part) {
    String name = part.substring(1, part.length() - 1);
    if (!name.equals("id")) {
      return name;
    }
    String before = path.substring(0, path.indexOf(part) - 1);
    return before.substring(before.lastIndexOf('/') + 1).replaceAll("s$", "");
  }

  private static String mutated(Random chance, String id) {
    if (chance.nextInt(4) != 0) {
      return id;
    }
    int at = chance.nextInt(id.length());
    return id.substring(0, at) + encoded("" + (char) (' ' + chance.nextInt(95))) + id.substring(at);
  }

  private static String query(Random chance, Operation door) {
    List<String> names = new ArrayList<>(door.named("query"));
    if (chance.nextInt(8) == 0) {
      names.add(encoded(FuzzValues.word(chance)));
    }
    StringBuilder query = new StringBuilder();
    for (String name : names) {
      if (chance.nextInt(3) != 0) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
        query.append(encoded(FuzzValues.word(chance)));
      }
    }
    return query.toString();
  }

  private static List<String> headers(Random chance, Operation door) {
    List<String> headers = new ArrayList<>();
    boolean odd = chance.nextInt(8) == 0;
    headers.addAll(
        List.of("Content-Type", odd ? FuzzValues.one(chance, TYPES) : "application/json"));
    for (String name : door.named("header")) {
      boolean right = chance.nextBoolean();
      headers.addAll(List.of(name, right ? "\"0\"" : FuzzValues.header(chance)));
    }
    for (String name :
        List.of("Idempotency-Key", "X-Request-Id", "Accept", "Accept-Language", "Tus-Resumable")) {
      if (chance.nextInt(15) == 0) {
        headers.addAll(List.of(name, FuzzValues.header(chance)));
      }
    }
    return headers;
  }

  /** Each byte as itself or by its number; a lone surrogate as the three bytes it would have. */
  private static String encoded(String word) {
    StringBuilder encoded = new StringBuilder();
    String some = word.substring(0, Math.min(2000, word.length()));
    for (int i = 0; i < some.length(); i++) {
      char c = some.charAt(i);
      if (Character.isLetterOrDigit(c) && c < 0x80) {
        encoded.append(c);
      } else if (c == '%' && some.substring(i).matches("(?s)%[0-9a-fA-F]{2}.*")) {
        encoded.append(c);
      } else if (Character.isSurrogate(c)) {
        encoded.append(
            String.format("%%%02x%%%02x%%%02x", 0xe0 | c >> 12, 0x80 | c >> 6 & 63, 0x80 | c & 63));
      } else {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format("%%%02x", b));
        }
      }
    }
    return encoded.toString();
  }

  @Override
  public String toString() {
    String text = new String(body, 0, Math.min(1500, body.length), StandardCharsets.ISO_8859_1);
    return "%s %s %s%n%d bytes: %s".formatted(verb, place, headers, body.length, text);
  }
}
