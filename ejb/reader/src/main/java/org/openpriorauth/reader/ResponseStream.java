package org.openpriorauth.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Drawing;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageText;

/** The side that answers: one method for each kind of frame. Every frame is flushed. */
final class ResponseStream {
  private static final JsonFactory JSON = new JsonFactory();

  private final DataOutputStream out;
  private final boolean framed;

  private ResponseStream(OutputStream out, boolean framed) {
    this.out = new DataOutputStream(out);
    this.framed = framed;
  }

  /** Frames for the parent process. */
  static ResponseStream framed(OutputStream out) {
    return new ResponseStream(out, true);
  }

  /** The same objects, one a line, for people. */
  static ResponseStream lines(OutputStream out) {
    return new ResponseStream(out, false);
  }

  void opened(String id, Document document) throws IOException {
    send(
        "opened",
        id,
        json -> {
          json.writeStringField("media_type", document.mediaType());
          json.writeNumberField("pages", document.pages());
          flags(json, document.flags());
        });
  }

  void page(String id, int number, Page page) throws IOException {
    send(
        "page",
        id,
        json -> {
          json.writeNumberField("number", number);
          json.writeStringField("source", page.source().name().toLowerCase(Locale.ROOT));
          json.writeNumberField("rotation", page.rotation().degrees());
          json.writeNumberField("width", rounded(page.size().width(), 100));
          json.writeNumberField("height", rounded(page.size().height(), 100));
          json.writeStringField("text", page.text().text());
          words(json, page.text());
          flags(json, page.flags());
          ocr(json, page.ocr());
        });
  }

  void done(String id, int pages) throws IOException {
    send("done", id, json -> json.writeNumberField("pages", pages));
  }

  void image(String id, int page, Drawing drawing, byte[] png) throws IOException {
    send(
        "image",
        id,
        json -> {
          json.writeStringField("media_type", "image/png");
          json.writeNumberField("page", page);
          json.writeNumberField("rotation", drawing.rotation().degrees());
          json.writeNumberField("dpi", drawing.dpi());
          json.writeNumberField("width", drawing.image().getWidth());
          json.writeNumberField("height", drawing.image().getHeight());
          json.writeNumberField("content_length", png.length);
        });
    out.write(png);
    out.flush();
  }

  void failed(String id, Failure failure) throws IOException {
    send(
        "failed",
        id,
        json -> {
          json.writeStringField("code", failure.code().wire());
          json.writeStringField("detail", failure.getMessage());
        });
  }

  private static void words(JsonGenerator json, PageText text) throws IOException {
    json.writeArrayFieldStart("words");
    for (PageText.Span span : text.spans()) {
      Box box = span.word().box().onPage();
      json.writeStartArray();
      json.writeNumber(span.start());
      json.writeNumber(span.end());
      for (double side : new double[] {box.x(), box.y(), box.width(), box.height()}) {
        json.writeNumber(rounded(side, 10_000));
      }
      json.writeNumber(span.word().confidence());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void ocr(JsonGenerator json, Page.Ocr ocr) throws IOException {
    if (ocr != null) {
      json.writeNumberField("dpi", ocr.dpi());
      json.writeObjectFieldStart("ocr");
      json.writeNumberField("millis", ocr.millis());
      json.writeStringField("engine", ocr.engine());
      json.writeEndObject();
    }
  }

  private static void flags(JsonGenerator json, Set<String> flags) throws IOException {
    json.writeArrayFieldStart("flags");
    for (String flag : flags) {
      json.writeString(flag);
    }
    json.writeEndArray();
  }

  private static double rounded(double value, double steps) {
    return Math.round(value * steps) / steps;
  }

  private void send(String type, String id, Members members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("type", type);
      json.writeStringField("id", id);
      members.write(json);
      json.writeEndObject();
    }
    if (framed) {
      out.writeInt(bytes.size());
    }
    bytes.writeTo(out);
    if (!framed) {
      out.write('\n');
    }
    out.flush();
  }

  /** The members of one frame. */
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }
}
