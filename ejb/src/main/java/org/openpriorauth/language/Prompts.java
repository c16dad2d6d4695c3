package org.openpriorauth.language;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.language.model.PromptRepository;
import org.openpriorauth.wire.json.Json;

/**
 * The words that models are asked with: the product's, which are files with a version, or the
 * clinic's own. What guards against texts that give orders, and the form of the answer, are always
 * the product's.
 */
@ApplicationScoped
public class Prompts {
  private static final String FRAME = read("frame-1.txt");

  @Inject PromptRepository prompts;

  /**
   * @param label names words and version, e.g. {@code passages/1} or {@code passages/1.clinic-3}
   */
  public record Prompt(String label, String instructions, JsonNode schema, int mostTokens) {}

  public Prompt of(ClinicId clinic, Purpose purpose) {
    Optional<PromptRepository.Row> own =
        purpose.editable()
            ? prompts.find(clinic, purpose.word()).filter(row -> row.words() != null)
            : Optional.empty();
    return new Prompt(
        purpose.label() + own.map(row -> ".clinic-" + row.version()).orElse(""),
        own.map(PromptRepository.Row::words).orElseGet(() -> words(purpose)) + "\n" + FRAME,
        schema(purpose),
        purpose.mostTokens());
  }

  /** The product's own. */
  static String words(Purpose purpose) {
    return read(purpose.word() + "-" + purpose.version() + ".txt");
  }

  private static JsonNode schema(Purpose purpose) {
    try {
      return Json.mapper()
          .readTree(read(purpose.word() + "-" + purpose.version() + ".schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String file) {
    try (InputStream in = Prompts.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
