package org.openpriorauth.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.FieldExtractor.PageIdentity;

/**
 * Where a document contradicts itself: whom it is about, and the side of a service. Other fields
 * may well have several values. What a person settled, and pages of somebody else, contradict
 * nothing.
 */
final class Contradictions {
  private Contradictions() {}

  static List<String> of(ReadDocument read, List<PageView> pages) {
    List<String> names = new ArrayList<>();
    if (differ(stated(read, pages, PageIdentity::birthDate))) {
      names.add("patient.birth_date");
    }
    if (differ(stated(read, pages, PageIdentity::mrn))) {
      names.add("patient.mrn");
    }
    if (differ(sides(read, pages))) {
      names.add("service.laterality");
    }
    return List.copyOf(names);
  }

  private static Stream<String> stated(
      ReadDocument read, List<PageView> pages, Function<PageIdentity, String> part) {
    List<Integer> asked =
        pages.stream()
            .filter(p -> !p.rejected())
            .filter(
                p -> p.owner() == PageOwner.YES || p.owner() == PageOwner.CONFLICT && !p.accepted())
            .map(PageView::number)
            .toList();
    return read.identities().stream()
        .filter(i -> asked.contains(i.page()))
        .map(part)
        .filter(v -> v != null);
  }

  private static Stream<String> sides(ReadDocument read, List<PageView> pages) {
    List<Integer> counting = pages.stream().filter(PageView::counts).map(PageView::number).toList();
    return read.fields().stream()
        .filter(f -> f.found().name().equals("service.laterality") && !f.rejected())
        .filter(f -> f.found().assertion().equals("present"))
        .filter(f -> counting.contains(f.found().evidence().page()))
        .map(ReadDocument.ReadField::counts);
  }

  /** Spaces, hyphens and case are the writer's, not the value's. */
  private static boolean differ(Stream<String> values) {
    return values
            .map(v -> v.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet())
            .size()
        > 1;
  }
}
