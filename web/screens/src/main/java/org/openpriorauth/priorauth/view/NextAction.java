package org.openpriorauth.priorauth.view;

import org.openpriorauth.door.view.Times;
import org.openpriorauth.tracking.model.QueueRepository.Row;

/**
 * The one thing to do next with a request, in words.
 *
 * @param words what, e.g. "Review 2 open points"
 * @param why a sentence behind it
 * @param shape act if it is ours, wait if it is another's, good or bad at the end
 * @param place where on the request's page, or the packet's page for {@code packet}
 */
public record NextAction(String words, String why, String shape, String place) {

  static NextAction of(Row row, Times times) {
    return switch (row.state()) {
      case "DRAFT" ->
          act("Add the chart", "The reading starts as soon as a document arrives.", "documents");
      case "INTAKE" ->
          waits(
              "Reading " + counted(row.queued(), "document"),
              "This page shows it arrive; nothing to do meanwhile.",
              "documents");
      case "REVIEW" -> review(row);
      case "READY" -> ready(row);
      case "SUBMITTING" -> sending(row);
      case "SUBMISSION_FAILED" ->
          new NextAction(
              "Not sent: see why",
              "The payer does not have it. It can be taken up again.",
              "bad",
              "submissions");
      case "SUBMITTED", "PENDED" ->
          waits("Waiting for payer, " + times.due(row.due()), "The payer has it.", "submissions");
      case "INFO_REQUESTED" ->
          act("See what the payer asks", "The payer waits for us.", "determination");
      case "APPEALED" -> waits("Waiting for the appeal", "An appeal is open.", "timeline");
      case "DENIED" ->
          new NextAction("Denied: see reason", "The payer said no.", "bad", "determination");
      case "PARTIALLY_APPROVED" ->
          new NextAction(
              "Partly approved: see what", "Not all was authorised.", "part", "determination");
      case "APPROVED" ->
          new NextAction("Approved: see period", "Nothing to do.", "good", "determination");
      case "NOT_REQUIRED" ->
          new NextAction(
              "No authorization needed", "The payer's rules ask for none.", "good", "criteria");
      case "EXPIRED" ->
          new NextAction("Expired", "Past its period or units.", "draft", "determination");
      default -> new NextAction("Cancelled", "Nothing to do.", "draft", "timeline");
    };
  }

  private static NextAction review(Row row) {
    if (row.openItems() == null) {
      return waits("Being held against the rules", "A moment.", "criteria");
    }
    return act(
        "Review " + counted(row.openItems(), "open point"),
        "Each one below says its way out.",
        "open");
  }

  private static NextAction ready(Row row) {
    if (row.letterOpen()) {
      return act(
          "Put the letter right",
          "A sentence of the statement does not hold; it is not sent so.",
          "letters");
    }
    return row.packetReady()
        ? act("Look at the packet and send", "Everything is settled.", "packet")
        : waits("The packet is being made", "Its pages appear here in a moment.", "packet-section");
  }

  private static NextAction sending(Row row) {
    return "unknown".equals(row.submission())
        ? waits(
            "Sent, outcome unknown",
            "The line broke after sending. The payer is being asked; do not send it elsewhere.",
            "submissions")
        : waits("On its way to payer", "It goes within seconds.", "submissions");
  }

  private static String counted(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private static NextAction act(String words, String why, String place) {
    return new NextAction(words, why, "act", place);
  }

  private static NextAction waits(String words, String why, String place) {
    return new NextAction(words, why, "wait", place);
  }
}
