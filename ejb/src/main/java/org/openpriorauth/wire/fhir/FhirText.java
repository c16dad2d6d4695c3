package org.openpriorauth.wire.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** R4 resources to and from JSON: the one place that knows the library's context. */
final class FhirText {
  private FhirText() {}

  /** Building a context takes seconds and memory: once, and not before it is needed. */
  private static final class Context {
    static final FhirContext R4 = FhirContext.forR4Cached();
  }

  /**
   * Writes a resource.
   *
   * @param size about how many characters it will have, so that large texts are not moved
   */
  static String write(Resource resource, int size) {
    StringBuilder text = new StringBuilder(size);
    try {
      parser(silent()).encodeResourceToWriter(resource, new Sink(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Reads a resource; whatever is not one, or would take for ever, is empty. */
  static Optional<Resource> read(String json) {
    return read(json, silent());
  }

  /**
   * The same.
   *
   * @param told of what is left out
   */
  static Optional<Resource> read(String json, IParserErrorHandler told) {
    if (!CostGuard.sound(json)) {
      return Optional.empty();
    }
    try {
      IBaseResource resource = parser(told).parseResource(json);
      return resource instanceof Resource r4 ? Optional.of(r4) : Optional.empty();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // The library throws what it likes at bad input; deep nesting may exhaust a small stack; and
      // parts that a sound text does not need are not aboard.
      return Optional.empty();
    }
  }

  /** Its warnings quote what was sent, and that is about patients. */
  private static IParserErrorHandler silent() {
    return new LenientErrorHandler(false).disableAllErrors();
  }

  private static IParser parser(IParserErrorHandler told) {
    return Context.R4.newJsonParser().setParserErrorHandler(told);
  }

  /** A writer into a builder of known size; the JDK's own starts small and locks. */
  private static final class Sink extends Writer {
    private final StringBuilder text;

    Sink(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
      text.append(characters, offset, length);
    }

    @Override
    public void write(String words, int offset, int length) {
      text.append(words, offset, offset + length);
    }

    @Override
    public void flush() {
      // Nothing waits here.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
