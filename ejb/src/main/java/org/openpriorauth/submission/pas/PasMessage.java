package org.openpriorauth.submission.pas;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.packet.PacketSource.Known;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.priorauth.model.RequestedItem;
import org.openpriorauth.submission.PayerDoor.Numbers;
import org.openpriorauth.wire.fhir.PasIdentifier;
import org.openpriorauth.wire.fhir.PasInquiry;
import org.openpriorauth.wire.fhir.PasParties;
import org.openpriorauth.wire.fhir.PasRequest;
import org.openpriorauth.wire.fhir.PasTransaction;

/** Says what we know in the words of Da Vinci PAS. */
final class PasMessage {
  private static final String BUNDLES = "urn:openpriorauth:bundle";
  private static final String HEALTH_SERVICES = "HS";
  private static final String OFFICE = "11";

  private PasMessage() {}

  static PasRequest request(Known known, Numbers numbers, byte[] packet, Clock clock) {
    Provider.Details ordering =
        known.ordering().orElseThrow(() -> new IllegalStateException("Nobody orders it."));
    PasRequest.Performer performer =
        known
            .performing()
            .filter(p -> !p.person())
            .map(p -> new PasRequest.Performer(p.name(), p.npi()))
            .orElse(null);
    return new PasRequest(
        transaction(known, numbers.bundle(), numbers.claim(), clock),
        parties(known),
        new PasRequest.Practitioner(
            ordering.givenName(), ordering.name(), ordering.npi(), ordering.phone()),
        performer,
        PasRequest.Priority.valueOf(known.request().order().priority().name()),
        known.items().stream()
            .flatMap(i -> i.service().diagnosisCodes().stream())
            .distinct()
            .toList(),
        known.items().stream().map(i -> item(known, i)).toList(),
        List.of(
            new PasRequest.Document(
                "Prior authorization packet " + known.request().paNumber(),
                "application/pdf",
                packet,
                known.today(),
                null,
                null)));
  }

  /** By the number of our request; the services and the member narrow it, as payers ask. */
  static PasInquiry inquiry(Known known, Numbers numbers, Clock clock) {
    return new PasInquiry(
        transaction(known, UUID.randomUUID(), numbers.claim(), clock),
        parties(known),
        null,
        null,
        known.items().stream().map(i -> service(known, i)).toList());
  }

  private static PasTransaction transaction(Known known, UUID bundle, UUID claim, Clock clock) {
    // TRN03: who gave the number; the tax id with a 1 before it is the usual form.
    String system = "urn:trnorg:1" + known.clinic().taxId().replaceAll("\\D", "");
    return new PasTransaction(
        new PasIdentifier(BUNDLES, bundle.toString()),
        new PasIdentifier(system, claim.toString()),
        clock.instant(),
        new PasTransaction.Route(known.clinic().npi(), known.payer().payerCode()));
  }

  private static PasParties parties(Known known) {
    PatientIdentity patient = known.patient();
    return new PasParties(
        new PasParties.Clinic(
            known.clinic().name(),
            known.clinic().npi(),
            known.clinic().taxId(),
            known.clinic().phone(),
            null),
        new PasParties.Payer(known.payer().name(), known.payer().payerCode(), null, null),
        new PasParties.Patient(
            patient.givenName(),
            patient.familyName(),
            patient.birthDate(),
            patient.sex(),
            patient.phone(),
            address(patient.address()),
            patient.mrn()),
        cover(known));
  }

  private static PasParties.Address address(PatientIdentity.Address a) {
    return a == null
        ? null
        : new PasParties.Address(a.line1(), a.line2(), a.city(), a.state(), a.zipCode());
  }

  private static PasParties.Cover cover(Known known) {
    var terms = known.coverage().terms();
    var numbers = known.coverage().numbers();
    PasParties.Relationship relationship =
        PasParties.Relationship.valueOf(terms.relationship().toUpperCase(Locale.ROOT));
    return new PasParties.Cover(
        numbers.memberId(),
        numbers.groupNumber(),
        numbers.plan(),
        relationship,
        relationship == PasParties.Relationship.SELF
            ? null
            : subscriber(numbers.subscriberName(), known.patient().familyName()));
  }

  private static PasParties.Subscriber subscriber(String name, String patientsFamilyName) {
    String whole = name == null || name.isBlank() ? patientsFamilyName : name.strip();
    int gap = whole.lastIndexOf(' ');
    return new PasParties.Subscriber(
        gap < 0 ? null : whole.substring(0, gap), whole.substring(gap + 1), null, null, null);
  }

  private static PasRequest.Item item(Known known, RequestedItem item) {
    return new PasRequest.Item(
        item.sequence(),
        service(known, item),
        item.service().units(),
        null,
        item.service().diagnosisCodes(),
        null,
        HEALTH_SERVICES,
        null,
        OFFICE);
  }

  private static PasRequest.Service service(Known known, RequestedItem item) {
    return new PasRequest.Service(
        PasRequest.CodeSystem.valueOf(item.service().codeSystem().toUpperCase(Locale.ROOT)),
        item.service().code(),
        known.words().beside(item));
  }
}
