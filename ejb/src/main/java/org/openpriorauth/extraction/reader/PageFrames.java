package org.openpriorauth.extraction.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.chart.ReadingFailure;
import org.openpriorauth.extraction.PageReader.Page;
import org.openpriorauth.extraction.PageReader.Reading;
import org.openpriorauth.extraction.PageReader.Word;

/** The child's frames, in our words. */
final class PageFrames {
  private PageFrames() {}

  static Page page(JsonNode frame) {
    List<Word> words = new ArrayList<>();
    for (JsonNode w : frame.path("words")) {
      words.add(
          new Word(
              w.path(0).asInt(),
              w.path(1).asInt(),
              new double[] {
                w.path(2).asDouble(),
                w.path(3).asDouble(),
                w.path(4).asDouble(),
                w.path(5).asDouble()
              },
              w.path(6).asDouble()));
    }
    return new Page(
        frame.path("number").asInt(),
        frame.path("source").asText(),
        frame.path("rotation").asInt(),
        strings(frame.path("flags")),
        frame.path("text").asText(),
        words);
  }

  /**
   * @param ends the frames that are no pages: opened, then done or failed
   */
  static Reading reading(List<JsonNode> ends, List<Page> pages) {
    JsonNode last = ends.get(ends.size() - 1);
    if (last.path("type").asText().equals("done")) {
      JsonNode opened = ends.get(0);
      return new Reading.Read(
          opened.path("media_type").asText(), strings(opened.path("flags")), List.copyOf(pages));
    }
    String internal = ReadingFailure.INTERNAL.word();
    String code = last.path("code").asText(internal);
    return code.equals(internal)
        ? new Reading.Unavailable(ReadingFailure.READER_INTERNAL)
        : new Reading.Unreadable(code);
  }

  private static List<String> strings(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }
}
