package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/**
 * A request as a Bundle: the Claim first (spec-12), then all that it refers to, transitively, and
 * nothing else (spec-13, spec-18, spec-22).
 */
final class RequestBundle {
  private final PasRequest request;
  private final Entries entries;
  private final List<String> diagnoses;
  private final Claim claim;

  RequestBundle(PasRequest request) {
    this.request = request;
    this.entries = new Entries(request.transaction(), "pas-request-bundle");
    Set<String> all = new LinkedHashSet<>(request.diagnoses());
    request.items().forEach(item -> all.addAll(item.diagnoses()));
    this.diagnoses = new ArrayList<>(all);
    this.claim = ClaimStart.of(request.transaction(), request.priority().word());
  }

  Bundle build() {
    entries.add(claim, "claim");
    if (request.priority().level() != null) {
      claim.addExtension(
          Elements.coded(Pas.LEVEL_OF_SERVICE, Pas.LEVELS_OF_SERVICE, request.priority().level()));
    }
    PartyEntries parties = new PartyEntries(entries, request.parties());
    ClaimStart.refer(claim, parties);
    Reference orderer = orderer(parties.clinic);
    member(orderer, "DK");
    if (request.performedBy() != null) {
      member(performer(parties.clinic), "SJ");
    }
    diagnoses();
    Orders orders = new Orders(entries, parties.patient, orderer);
    for (PasRequest.Item item : request.items()) {
      item(item, orders.add(item, request.transaction().at()));
    }
    for (PasRequest.Document document : request.documents()) {
      Documents.add(entries, claim, document, parties.patient);
    }
    return entries.bundle();
  }

  /** Not a Practitioner alone: PAS wants the role, and the role a way to reach it (pd-1). */
  private Reference orderer(Reference clinic) {
    PasRequest.Practitioner from = request.orderedBy();
    var person = new org.hl7.fhir.r4.model.Practitioner();
    person.addIdentifier(Elements.identifier(Pas.NPI, from.npi()));
    person.addName(Elements.name(from.given(), from.family()));
    PractitionerRole role = new PractitionerRole();
    role.setPractitioner(entries.add(person, "practitioner")).setOrganization(clinic);
    role.addTelecom(
        Elements.phone(
            PartyEntries.said(from.phone()) ? from.phone() : request.parties().clinic().phone()));
    return entries.add(role, "practitionerrole");
  }

  /** A clinic that performs what it asks for is there already. */
  private Reference performer(Reference clinic) {
    PasRequest.Performer from = request.performedBy();
    return from.npi().equals(request.parties().clinic().npi())
        ? clinic
        : entries.add(PartyEntries.organization(from.name(), from.npi()), "organization");
  }

  /**
   * Adds who cares for the whole Claim.
   *
   * @param role X12 98 in 2010EA NM101: DK orders, SJ renders the service
   */
  private void member(Reference provider, String role) {
    Claim.CareTeamComponent member = claim.addCareTeam();
    member.addExtension(new Extension(Pas.CARE_TEAM_SCOPE, new BooleanType(true)));
    member.setSequence(claim.getCareTeam().size()).setProvider(provider);
    member.setRole(Elements.concept(Pas.ENTITIES, role));
  }

  private void diagnoses() {
    for (String code : diagnoses) {
      Claim.DiagnosisComponent diagnosis = claim.addDiagnosis();
      diagnosis.setSequence(claim.getDiagnosis().size());
      diagnosis.setDiagnosis(Elements.concept(Pas.ICD_10_CM, code));
      if (diagnosis.getSequence() == 1) {
        diagnosis.addType(Elements.concept(Pas.TEMP_CODES, "principal"));
      }
    }
  }

  private void item(PasRequest.Item from, Reference order) {
    Claim.ItemComponent item = claim.addItem();
    item.addExtension(Elements.coded(Pas.REQUEST_TYPE, Pas.REQUEST_TYPES, from.requestType()));
    // UM02: I is an initial request; updates and cancellations have their own.
    item.addExtension(Elements.coded(Pas.CERTIFICATION_TYPE, Pas.CERTIFICATION_TYPES, "I"));
    item.addExtension(new Extension(Pas.REQUESTED_SERVICE, order));
    item.setSequence(from.sequence());
    from.diagnoses().forEach(code -> item.addDiagnosisSequence(diagnoses.indexOf(code) + 1));
    item.setCategory(
        Elements.concept(Pas.CATEGORIES, from.category() == null ? "1" : from.category()));
    item.setProductOrService(service(from.service()));
    if (from.start() != null) {
      item.setServiced(Elements.date(from.start()));
    }
    item.setLocation(Elements.concept(Pas.PLACES_OF_SERVICE, from.placeOfService()));
    if (from.units() != null) {
      item.setQuantity(quantity(from));
    }
  }

  static CodeableConcept service(PasRequest.Service from) {
    CodeableConcept service =
        new CodeableConcept(new Coding().setSystem(from.system().uri()).setCode(from.code()));
    if (PartyEntries.said(from.description())) {
      service.setText(from.description());
    }
    return service;
  }

  /** prof-2, prof-3: value and a code of X12 673. */
  static Quantity quantity(PasRequest.Item from) {
    return new Quantity()
        .setValue(from.units())
        .setSystem(Pas.QUANTITIES)
        .setCode(from.unit() == null ? "FL" : from.unit());
  }
}
