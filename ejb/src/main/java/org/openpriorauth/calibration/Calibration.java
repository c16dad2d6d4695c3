package org.openpriorauth.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.wire.json.Json;

/**
 * What the scores of a reader are worth, field by field; for fields of which too little is known it
 * says nothing.
 *
 * @param extractedBy whose scores: those of another version of the rules mean something else
 */
public record Calibration(String id, String extractedBy, List<Cell> cells) {
  private static final String SHIPPED = "shipped.json";

  public Calibration {
    cells = List.copyOf(cells);
  }

  /** The product's own, made from the labelled set. */
  public static Calibration shipped() {
    try (InputStream file = Calibration.class.getResourceAsStream(SHIPPED)) {
      return Json.read(file.readAllBytes(), Calibration.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the field itself if enough is known of it, else of fields like it. */
  public Optional<Cell> cell(String name, Source source) {
    return named(name, source).or(() -> named(Sample.kind(name), source));
  }

  private Optional<Cell> named(String name, Source source) {
    return cells.stream()
        .filter(c -> c.source().equals(source.word()) && c.fields().contains(name))
        .findFirst();
  }

  Optional<Certainty> certainty(String name, Source source, double score) {
    return cell(name, source).map(c -> new Certainty(c.curve().at(score), id, c.n(), c.ece()));
  }
}
