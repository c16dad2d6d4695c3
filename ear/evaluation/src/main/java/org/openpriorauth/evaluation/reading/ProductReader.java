package org.openpriorauth.evaluation.reading;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.ExtractionService.View;
import org.openpriorauth.extraction.FieldExtractor;
import org.openpriorauth.extraction.FieldExtractor.Extraction;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.PageOwner;
import org.openpriorauth.extraction.PageReader;
import org.openpriorauth.extraction.PageReader.Reading;
import org.openpriorauth.extraction.ReadDocument;
import org.openpriorauth.extraction.ReadDocument.ReadField;

/** Reads as the product does once a document is uploaded, with the same parts. */
final class ProductReader {
  /** As long as the server gives the rules for one document. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A course that ended was tried; of anything else only what is so now counts. */
  private static final Set<String> TRIED = Set.of("present", "historical", "discontinued");

  private final PageReader pages;
  private final FieldExtractor rules;

  ProductReader(PageReader pages, FieldExtractor rules) {
    this.pages = pages;
    this.rules = rules;
  }

  Outcome read(Case one) throws IOException {
    byte[] content = Files.readAllBytes(one.document());
    long start = System.nanoTime();
    Reading reading = pages.read(content);
    Duration read = Duration.ofNanos(System.nanoTime() - start);
    if (reading instanceof Reading.Read done) {
      return found(one, done.pages(), read);
    }
    return Outcome.unreadable(problem(reading), read);
  }

  private static String problem(Reading reading) {
    return reading instanceof Reading.Unreadable unreadable
        ? unreadable.code()
        : reading instanceof Reading.Killed ? "the reader was killed" : reading.toString();
  }

  private Outcome found(Case one, List<PageReader.Page> read, Duration reading) {
    UUID id = UUID.nameUUIDFromBytes(one.name().getBytes(StandardCharsets.UTF_8));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Extraction found = rules.extract(id, read, PATIENCE);
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    List<PageView> views = views(one.gold(), read, found);
    View view = new View(null, document(id, found), false, views);
    return new Outcome(
        null,
        found.type(),
        read,
        found.fields().stream().filter(ProductReader::counts).toList(),
        view.conflicts(),
        numbers(views, PageOwner.NO, PageOwner.CONFLICT),
        numbers(views, PageOwner.UNKNOWN),
        view,
        reading,
        Duration.ofNanos(spent));
  }

  private static boolean counts(Field field) {
    return field.assertion().equals("present")
        || field.name().startsWith("therapy.") && TRIED.contains(field.assertion());
  }

  /** The clinic knows whose the request is; here the gold file does. */
  private static List<PageView> views(
      GoldFile gold, List<PageReader.Page> pages, Extraction found) {
    PageOwner.Person person =
        new PageOwner.Person(
            gold.first("patient.name"),
            Normal.of("patient.birth_date", String.valueOf(gold.first("patient.birth_date"))),
            gold.first("patient.mrn"),
            gold.first("coverage.member_id"));
    return found.identities().stream()
        .map(
            stated ->
                new PageView(
                    stated.page(),
                    pages.get(stated.page() - 1).source(),
                    0,
                    PageOwner.of(stated, person),
                    false,
                    false))
        .toList();
  }

  private static ReadDocument document(UUID id, Extraction found) {
    return new ReadDocument(
        id,
        "",
        found.type(),
        found.typeScore(),
        found.fields().stream()
            .map(f -> new ReadField(UUID.randomUUID(), f, null, null, null, null))
            .toList(),
        found.identities(),
        found.composition(),
        new ReadDocument.Said(false, false, List.of(), List.of()));
  }

  private static Set<Integer> numbers(List<PageView> views, PageOwner... owners) {
    return views.stream()
        .filter(v -> Set.of(owners).contains(v.owner()))
        .map(PageView::number)
        .collect(Collectors.toSet());
  }
}
