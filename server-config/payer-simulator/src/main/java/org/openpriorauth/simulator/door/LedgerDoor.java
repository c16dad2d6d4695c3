package org.openpriorauth.simulator.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.simulator.desk.Books;
import org.openpriorauth.simulator.ledger.Entry;
import org.openpriorauth.simulator.ledger.Ledger;
import org.openpriorauth.simulator.ledger.LedgerView;

/** {@code /ledger}: what was received, how often, and what was answered. */
final class LedgerDoor {
  private final Books books;

  LedgerDoor(Books books) {
    this.books = books;
  }

  Reply answer(Call call, List<String> path) throws IOException {
    if (!call.method().equals("GET")) {
      return Refusals.method("GET");
    }
    synchronized (books.journal()) {
      if (path.isEmpty()) {
        return Reply.json(200, LedgerView.of(books.ledger(), after(call)));
      }
      Optional<Entry> entry =
          path.get(0).matches("[0-9]{1,8}")
              ? books.ledger().find(Integer.parseInt(path.get(0)))
              : Optional.empty();
      return entry.isPresent()
          ? one(entry.get(), path.subList(1, path.size()))
          : Refusals.unknown();
    }
  }

  private static int after(Call call) {
    return call.query("after")
        .filter(n -> n.matches("[0-9]{1,8}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private Reply one(Entry entry, List<String> path) throws IOException {
    if (path.isEmpty()) {
      return Reply.json(200, LedgerView.of(entry));
    }
    if (path.equals(List.of("bundle"))) {
      String text = Ledger.verbatim(books.journal(), entry);
      return new Reply(
          200,
          "application/fhir+json; charset=utf-8",
          text.getBytes(StandardCharsets.UTF_8),
          Map.of(),
          Reply.Manner.WHOLE,
          0);
    }
    return path.equals(List.of("answer"))
        ? Reply.fhir(200, Ledger.answer(books.journal(), entry))
        : Refusals.unknown();
  }
}
