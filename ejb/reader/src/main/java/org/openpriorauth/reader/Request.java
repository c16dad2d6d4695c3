package org.openpriorauth.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.page.Rotation;

/**
 * The header of one job.
 *
 * @param operation read or render
 * @param id given back in every frame; means nothing here
 * @param page for render, from 1
 * @param dpi for render, 10 to 600
 * @param rotation for render: the turn that an earlier read found, or null to find it again
 * @param limits of this job
 */
record Request(
    Operation operation, String id, int page, int dpi, Rotation rotation, Limits limits) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEFAULT_DPI = 110;

  /** What can be asked. */
  enum Operation {
    READ,
    RENDER
  }

  /**
   * Reads a header.
   *
   * @throws IOException if it is not JSON
   * @throws IllegalArgumentException if a member makes no sense; {@code id} may be lost then
   */
  static Request parse(byte[] header) throws IOException {
    Draft draft = new Draft();
    try (JsonParser in = JSON.createParser(header)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("The header is not a JSON object.");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        draft.take(name, in);
      }
    }
    return draft.request();
  }

  /** The members read so far. */
  private static final class Draft {
    private String operation = "";
    private String id = "";
    private int page = 1;
    private int dpi = DEFAULT_DPI;
    private Rotation rotation;
    private Limits limits = Limits.DEFAULT;

    void take(String name, JsonParser in) throws IOException {
      switch (name) {
        case "op" -> operation = in.getText();
        case "id" -> id = in.getText();
        case "page" -> page = in.getIntValue();
        case "dpi" -> dpi = in.getIntValue();
        case "rotation" -> rotation = Rotation.ofDegrees(in.getIntValue());
        case "limits" -> limits = limits(in);
        default -> in.skipChildren();
      }
    }

    private static Limits limits(JsonParser in) throws IOException {
      int pages = Limits.DEFAULT.maxPages();
      long bytes = Limits.DEFAULT.maxBytes();
      long pixels = Limits.DEFAULT.maxPixels();
      int seconds = Limits.DEFAULT.pageSeconds();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "max_pages" -> pages = in.getIntValue();
          case "max_bytes" -> bytes = in.getLongValue();
          case "max_pixels" -> pixels = in.getLongValue();
          case "page_seconds" -> seconds = in.getIntValue();
          default -> in.skipChildren();
        }
      }
      return new Limits(pages, bytes, pixels, seconds);
    }

    Request request() {
      Operation asked =
          switch (operation) {
            case "read" -> Operation.READ;
            case "render" -> Operation.RENDER;
            default -> throw new IllegalArgumentException("The operation is unknown.");
          };
      if (dpi < 10 || dpi > 600) {
        throw new IllegalArgumentException("The resolution is not between 10 and 600 dpi.");
      }
      return new Request(asked, id, page, dpi, rotation, limits);
    }
  }
}
