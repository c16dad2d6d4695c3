package org.openpriorauth.wire.fhir;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Requests about invented people. */
final class SampleRequests {
  static final byte[] PDF = "%PDF-1.7 a made-up note".getBytes(StandardCharsets.US_ASCII);
  static final String SENDER = "OPA-SENDER-1";

  private SampleRequests() {}

  static PasTransaction transaction() {
    return new PasTransaction(
        new PasIdentifier("urn:openpriorauth:sent", UUID.randomUUID().toString()),
        new PasIdentifier("urn:trnorg:9123456789", "TRN-" + UUID.randomUUID()),
        Instant.parse("2026-11-22T10:15:30.250Z"),
        new PasTransaction.Route(SENDER, "PAYER-77"));
  }

  static PasParties parties() {
    return parties(
        new PasParties.Cover("M100200300", "GRP-9", "GOLD", PasParties.Relationship.SELF, null));
  }

  static PasParties child() {
    return parties(
        new PasParties.Cover(
            "M100200300",
            null,
            null,
            PasParties.Relationship.CHILD,
            new PasParties.Subscriber(
                "Grace", "Testperson", LocalDate.of(1940, 5, 6), "female", "M100200300")));
  }

  private static PasParties parties(PasParties.Cover cover) {
    return new PasParties(
        new PasParties.Clinic(
            "Sample Spine Clinic",
            "1245319599",
            "12-3456789",
            "555-0100",
            new PasParties.Address("1 Sample Way", "Suite 2", "Springfield", "IL", "62701-1234")),
        new PasParties.Payer("Sample Health Plan", "PAYER-77", null, null),
        new PasParties.Patient(
            "Ada",
            "Testperson",
            LocalDate.of(1970, 1, 31),
            "female",
            "555-0199",
            new PasParties.Address("2 Sample Way", null, "Springfield", "IL", "62701"),
            "R-1"),
        cover);
  }

  static PasRequest mri() {
    return request(PasRequest.Priority.ROUTINE, List.of(item(1, cpt("72148"), 1, null)), true);
  }

  static PasRequest therapy(int units) {
    return request(PasRequest.Priority.ROUTINE, List.of(item(1, cpt("97110"), units, "VS")), true);
  }

  static PasRequest infusion() {
    PasRequest.Service drug =
        new PasRequest.Service(PasRequest.CodeSystem.HCPCS, "J1745", "infliximab infusion");
    return request(PasRequest.Priority.URGENT, List.of(item(1, drug, 40, null)), true);
  }

  /** Three items, one of them a drug by its NDC, performed elsewhere. */
  static PasRequest mixed() {
    PasRequest.Service drug =
        new PasRequest.Service(PasRequest.CodeSystem.NDC, "0777-3105-02", "capsules");
    return request(
        PasRequest.Priority.EMERGENT,
        List.of(
            item(3, cpt("97110"), 12, "VS"),
            item(7, drug, 30, null),
            item(5, cpt("72148"), 1, null)),
        true);
  }

  static PasRequest request(
      PasRequest.Priority priority, List<PasRequest.Item> items, boolean documented) {
    return new PasRequest(
        transaction(),
        parties(),
        new PasRequest.Practitioner("Alan", "Sampledoctor", "1234567893", null),
        items.size() > 1 ? new PasRequest.Performer("Sample Imaging", "1033112214") : null,
        priority,
        List.of("M54.50", "M51.26"),
        items,
        documented ? List.of(document(PDF)) : List.of());
  }

  static PasRequest.Document document(byte[] content) {
    return new PasRequest.Document(
        "Progress note", "application/pdf", content, LocalDate.of(2026, 11, 20), "PY", "11506-3");
  }

  static PasRequest.Service cpt(String code) {
    return new PasRequest.Service(PasRequest.CodeSystem.CPT, code, null);
  }

  static PasRequest.Item item(int sequence, PasRequest.Service service, int units, String unit) {
    return new PasRequest.Item(
        sequence,
        service,
        BigDecimal.valueOf(units),
        unit,
        List.of("M54.50"),
        LocalDate.of(2026, 12, 1),
        "HS",
        null,
        "11");
  }

  static PasInquiry inquiry(String authorization, List<PasRequest.Service> services) {
    return new PasInquiry(transaction(), parties(), authorization, null, services);
  }

  static PasSubscription subscription(String endpoint) {
    return new PasSubscription(
        SENDER, URI.create(endpoint), "secret-1", Instant.parse("2027-11-22T00:00:00Z"));
  }
}
