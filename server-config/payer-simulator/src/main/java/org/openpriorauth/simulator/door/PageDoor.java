package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.simulator.control.Scripts;
import org.openpriorauth.simulator.desk.Books;
import org.openpriorauth.simulator.ledger.Entry;
import org.openpriorauth.simulator.ledger.LedgerView;
import org.openpriorauth.simulator.subscription.Subscription;
import org.openpriorauth.simulator.wire.Fhir;

/** {@code /}: the payer's desk for human eyes; plain HTML, newest first. */
final class PageDoor {
  private static final int SHOWN = 100;
  private final Books books;
  private final Scripts scripts;
  private final Doors doors;

  PageDoor(Books books, Scripts scripts, Doors doors) {
    this.books = books;
    this.scripts = scripts;
    this.doors = doors;
  }

  Reply answer() {
    Html html = new Html("Payer simulator");
    synchronized (books.journal()) {
      html.paragraph(
          "A payer that speaks Da Vinci PAS 2.2.1 for tests and demonstrations. "
              + "What it decides is not real.");
      requests(html);
      html.section("Refused calls", List.of("Why"), rows(doors.refusals()));
      scripts(html);
      subscriptions(html);
    }
    rules(html);
    return Reply.html(html.end());
  }

  private void requests(Html html) {
    List<List<String>> rows = new ArrayList<>();
    List<Entry> entries = books.ledger().entries();
    for (int i = entries.size() - 1; i >= 0 && rows.size() < SHOWN; i--) {
      JsonNode view = LedgerView.of(entries.get(i));
      StringBuilder items = new StringBuilder();
      for (JsonNode item : Fhir.list(view, "items")) {
        String reason = Fhir.text(item, "reason");
        items.append(item.path("sequence").asInt()).append(". ");
        items.append(Fhir.text(item, "code")).append(' ').append(Fhir.text(item, "status"));
        items.append(reason.isEmpty() ? "\n" : ": " + reason + "\n");
      }
      rows.add(
          List.of(
              view.path("n").asText(),
              Fhir.text(view, "received_at"),
              Fhir.text(view, "claim_identifier", "value"),
              Fhir.text(view, "member_id"),
              items.toString().strip(),
              Fhir.text(view, "answer", "status"),
              Fhir.text(view, "decision", "status"),
              view.path("deliveries").asText(),
              String.valueOf(Fhir.list(view, "notifications").size())));
    }
    html.section(
        "Requests (" + entries.size() + ")",
        List.of(
            "No.",
            "Received",
            "Claim",
            "Member",
            "Items",
            "Answered",
            "Now",
            "Deliveries",
            "Notifications"),
        rows);
  }

  private void scripts(Html html) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode script : scripts.json()) {
      rows.add(
          List.of(
              Fhir.text(script, "behaviour"),
              Fhir.text(script, "door"),
              script.path("match").toString(),
              script.path("times").asText()));
    }
    html.section("Pending scripts", List.of("Behaviour", "Door", "Match", "Times"), rows);
  }

  private void subscriptions(Html html) {
    List<List<String>> rows = new ArrayList<>();
    for (Subscription subscription : books.subscriptions().all()) {
      rows.add(List.of(subscription.id(), subscription.status()));
    }
    html.section("Subscriptions", List.of("Id", "Status"), rows);
  }

  private void rules(Html html) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode rule : Fhir.list(doors.rules(), "rules")) {
      rows.add(
          List.of(Fhir.text(rule, "id"), rule.path("when").toString(), Fhir.text(rule, "says")));
    }
    html.section("Rules, the first that holds decides", List.of("Rule", "When", "Says"), rows);
  }

  private static List<List<String>> rows(List<String> texts) {
    return texts.stream().map(List::of).toList();
  }
}
