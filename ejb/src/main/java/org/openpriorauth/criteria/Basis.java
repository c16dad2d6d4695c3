package org.openpriorauth.criteria;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.ReadDocument;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.priorauth.model.RequestedItem;
import org.openpriorauth.wire.json.Json;

/**
 * What a judgement and the packet that follows from it rest on, as a hash: a page that no longer
 * counts or another orderer makes a packet stale even where every verdict stays.
 */
final class Basis {
  private Basis() {}

  private record Document(
      String id,
      String state,
      boolean takenOut,
      List<ExtractionService.PageView> pages,
      ReadDocument read) {
    static Document of(ExtractionService.View view) {
      return new Document(
          view.document().id().toString(),
          view.document().state().name(),
          view.takenOut(),
          view.pages(),
          view.read());
    }
  }

  private record Rested(
      PriorAuthorization.Order order,
      List<RequestedItem.Service> services,
      PatientIdentity patient,
      List<Document> documents) {}

  static String of(
      PriorAuthorization request, PatientIdentity patient, List<ExtractionService.View> documents) {
    Rested rested =
        new Rested(
            request.order(),
            request.items().stream().map(RequestedItem::service).toList(),
            patient,
            documents.stream().map(Document::of).toList());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Json.bytes(rested)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }
}
