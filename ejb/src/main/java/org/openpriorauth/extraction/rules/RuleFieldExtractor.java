package org.openpriorauth.extraction.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.FieldExtractor;
import org.openpriorauth.extraction.PageReader;

/** Reads fields with rules alone: nothing is learned, nothing is guessed, nothing leaves. */
@ApplicationScoped
public class RuleFieldExtractor implements FieldExtractor {
  @Override
  public String version() {
    return "rules/1.0";
  }

  @Override
  public Extraction extract(
      UUID document, List<PageReader.Page> pages, Duration time, List<Composition.Part> said) {
    return new Run(pages, time).extraction(document, said);
  }
}
