package org.openpriorauth.story;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.openpriorauth.story.Api.Answer;

/** An upload by pieces, as a tus client makes it. */
record Tus(Api who, String place) {
  static final String BYTES = "application/offset+octet-stream";

  static Tus begin(Api who, String request, String fileName, long length) {
    Answer begun = ask(who, request, String.valueOf(length), named(fileName)).created();
    String location = begun.header("Location").orElseThrow();
    return new Tus(who, location.substring(location.indexOf("/api/v1/")));
  }

  /** Asks for room, in whatever words. */
  static Answer ask(Api who, String request, String length, String... headers) {
    HttpRequest.Builder asked =
        who.request("/api/v1/prior-authorizations/" + request + "/uploads")
            .header("Tus-Resumable", "1.0.0")
            .POST(HttpRequest.BodyPublishers.noBody());
    if (length != null) {
      asked.header("Upload-Length", length);
    }
    return who.send(headers.length == 0 ? asked : asked.headers(headers));
  }

  static String[] named(String fileName) {
    String encoded = Base64.getEncoder().encodeToString(fileName.getBytes(StandardCharsets.UTF_8));
    return new String[] {"Upload-Metadata", "filename " + encoded + ",kind bm90ZQ=="};
  }

  /** In good form, whatever comes of it. */
  static Answer knock(Api who, String verb, String place) {
    Tus upload = new Tus(who, place);
    return switch (verb) {
      case "GET" -> who.get(place);
      case "DELETE" -> upload.discard();
      case "PATCH" -> upload.send(0, "A note.".getBytes(StandardCharsets.US_ASCII));
      default -> ask(who, place.replaceAll(".*/prior-authorizations/|/uploads", ""), "7");
    };
  }

  String id() {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  Tus by(Api another) {
    return new Tus(another, place);
  }

  Answer send(long offset, byte[] bytes, String... headers) {
    return sendAs(BYTES, offset, bytes, headers);
  }

  Answer sendAs(String contentType, long offset, byte[] bytes, String... headers) {
    HttpRequest.Builder sent =
        who.request(place)
            .header("Tus-Resumable", "1.0.0")
            .header("Content-Type", contentType)
            .header("Upload-Offset", String.valueOf(offset))
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes));
    return who.send(headers.length == 0 ? sent : sent.headers(headers));
  }

  Answer head() {
    return who.send(
        who.request(place)
            .header("Tus-Resumable", "1.0.0")
            .method("HEAD", HttpRequest.BodyPublishers.noBody()));
  }

  long offset() {
    Answer head = head();
    if (head.status() != 200) {
      throw new AssertionError(head.status());
    }
    return Long.parseLong(head.header("Upload-Offset").orElseThrow());
  }

  Answer discard() {
    return who.delete(place, "Tus-Resumable", "1.0.0");
  }
}
