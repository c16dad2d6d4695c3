package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.chart.model.DocumentState;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.PageOwner;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.priorauth.model.RequestedItem;

/** What stands between a request and READY, each with a way out. */
final class OpenItems {
  private OpenItems() {}

  /** What the payer's rules still want. */
  static List<OpenItem> of(Matched matched) {
    List<OpenItem> open = new ArrayList<>();
    for (Matched.Criterion criterion : matched.criteria()) {
      if (criterion.confirm()) {
        open.add(item("confirm", "Check what was read: " + criterion.text() + ".", criterion.id()));
      } else if (criterion.verdict() == Verdict.CONFLICT) {
        // Also where another way to met would do: the payer reads the whole chart.
        open.add(conflict(criterion));
      } else if (matched.missing().contains(criterion.id())) {
        open.add(missing(criterion));
      }
    }
    return open;
  }

  private static OpenItem missing(Matched.Criterion criterion) {
    return switch (criterion.verdict()) {
      case NOT_MET -> item("not_met", criterion.text() + ". " + criterion.why(), criterion.id());
      default ->
          criterion.waits()
              ? item(
                  "confirm", "Read what the chart says: " + criterion.text() + ".", criterion.id())
              : item(
                  "missing",
                  criterion.ask() == null ? criterion.text() : criterion.ask(),
                  criterion.id());
    };
  }

  private static OpenItem conflict(Matched.Criterion criterion) {
    String text = "The documents disagree, reject what is wrong: " + criterion.text() + ".";
    return item("conflict", text, criterion.id());
  }

  private static OpenItem item(String kind, String text, String criterion) {
    return new OpenItem(kind, text, criterion, null, null);
  }

  /** What is wrong with the documents themselves. */
  static List<OpenItem> of(List<ExtractionService.View> documents, List<RequestedItem> items) {
    List<OpenItem> open = new ArrayList<>();
    Set<String> codes =
        items.stream()
            .map(i -> i.service().code().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (ExtractionService.View document : documents) {
      DocumentState state = document.document().state();
      if (!document.takenOut()
          && (state == DocumentState.FAILED || state == DocumentState.QUARANTINED)) {
        String text = "A document could not be read: take it out, and send another copy.";
        open.add(new OpenItem("unreadable", text, null, document.document().id(), null));
      }
      document.pages().stream()
          .filter(ExtractionService.PageView::open)
          .forEach(page -> open.add(quarantined(document, page)));
      otherService(document, codes, open);
    }
    sides(documents, open);
    return open;
  }

  private static OpenItem quarantined(
      ExtractionService.View document, ExtractionService.PageView page) {
    String text =
        switch (page.owner()) {
          case NO -> "A page names another patient: take it out.";
          case CONFLICT -> "A page names the patient with details that differ: compare them.";
          default -> "A page names nobody: say whether it is this patient's.";
        };
    String kind = page.owner() == PageOwner.CONFLICT ? "conflict" : "quarantined";
    return new OpenItem(kind, text, null, document.document().id(), page.number());
  }

  private static void otherService(
      ExtractionService.View document, Set<String> codes, List<OpenItem> open) {
    if (document.read() == null || !"order".equals(document.read().type())) {
      return;
    }
    List<ReadField> ordered = present(document, "service.code");
    if (!ordered.isEmpty()
        && ordered.stream().noneMatch(f -> codes.contains(f.counts().toUpperCase(Locale.ROOT)))) {
      open.add(
          new OpenItem(
              "conflict",
              "The order names another service than the request: correct one of them.",
              null,
              document.document().id(),
              ordered.get(0).found().evidence().page()));
    }
  }

  /** Orders that name different sides stop the case until a person chooses. */
  private static void sides(List<ExtractionService.View> documents, List<OpenItem> open) {
    Set<String> sides =
        documents.stream()
            .flatMap(d -> present(d, "service.laterality").stream())
            .map(f -> f.counts().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (sides.size() > 1) {
      String text = "The documents name different sides for the service: reject the wrong one.";
      open.add(new OpenItem("conflict", text, null, null, null));
    }
  }

  private static List<ReadField> present(ExtractionService.View document, String name) {
    if (document.read() == null) {
      return List.of();
    }
    List<Integer> counting = document.countingPages();
    return document.read().fields().stream()
        .filter(f -> f.found().name().equals(name) && !f.rejected())
        .filter(f -> f.found().assertion().equals("present"))
        .filter(f -> counting.contains(f.found().evidence().page()))
        .toList();
  }
}
