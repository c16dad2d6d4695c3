package org.openpriorauth.wire.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * The parties of a Bundle, each once (spec-14, spec-15), by the PAS profiles over US Core 7.0.0.
 */
final class PartyEntries {
  final Reference clinic;
  final Reference payer;
  final Reference patient;
  final Reference cover;
  private final PasParties parties;
  private final String memberSystem;

  PartyEntries(Entries entries, PasParties parties) {
    this.parties = parties;
    this.memberSystem = memberSystem(parties.payer());
    clinic = entries.add(clinic(), "requestor");
    payer = entries.add(payer(), "insurer");
    patient = entries.add(patient(), "beneficiary");
    PasParties.Subscriber subscriber = parties.cover().subscriber();
    Reference holder =
        subscriber == null || parties.cover().relationship() == PasParties.Relationship.SELF
            ? null
            : entries.add(subscriber(subscriber), "subscriber");
    cover = entries.add(cover(holder), "coverage");
  }

  static Organization organization(String name, String npi) {
    Organization organization = new Organization().setActive(true).setName(name);
    organization.addIdentifier(Elements.identifier(Pas.NPI, npi));
    return organization;
  }

  private Organization clinic() {
    PasParties.Clinic from = parties.clinic();
    Organization organization = organization(from.name(), from.npi());
    // X12 98 in 2010B NM101: 1P is a provider.
    organization.addType(Elements.concept(Pas.ENTITIES, "1P"));
    if (said(from.taxId())) {
      organization.addIdentifier(Elements.identifier(Pas.EIN, from.taxId()));
    }
    organization.addTelecom(Elements.phone(from.phone()));
    if (from.address() != null) {
      organization.addAddress(Elements.address(from.address()));
    }
    return organization;
  }

  private Organization payer() {
    PasParties.Payer from = parties.payer();
    Organization organization = new Organization().setActive(true).setName(from.name());
    organization.addType(Elements.concept(Pas.ENTITIES, "PR"));
    String system =
        said(from.codeSystem()) ? from.codeSystem() : "urn:openpriorauth:payer-identifier";
    organization.addIdentifier(
        Elements.identifier(system, from.code())
            .setType(Elements.concept(Pas.PAYER_ID_TYPES, "payerid")));
    return organization;
  }

  private Patient patient() {
    PasParties.Patient from = parties.patient();
    Patient person = new Patient();
    person.addIdentifier(member(parties.cover().memberId()));
    if (said(from.mrn())) {
      person.addIdentifier(
          Elements.identifier("urn:openpriorauth:record:" + parties.clinic().npi(), from.mrn())
              .setType(Elements.concept(Pas.IDENTIFIER_TYPES, "MR")));
    }
    person.addName(Elements.name(from.given(), from.family()));
    person.setGender(gender(from.sex()));
    person.setBirthDateElement(Elements.date(from.birthDate()));
    if (said(from.phone())) {
      person.addTelecom(Elements.phone(from.phone()));
    }
    if (from.address() != null) {
      person.addAddress(Elements.address(from.address()));
    }
    return person;
  }

  private Patient subscriber(PasParties.Subscriber from) {
    Patient person = new Patient();
    // A member id may be shared by a family, but two persons of a Bundle share no number (spec-15).
    boolean own = said(from.memberId()) && !from.memberId().equals(parties.cover().memberId());
    person.addIdentifier(
        own
            ? member(from.memberId())
            : Elements.identifier(Pas.URIS, "urn:uuid:" + UUID.randomUUID()));
    person.addName(Elements.name(from.given(), from.family()));
    person.setGender(gender(from.sex()));
    if (from.birthDate() != null) {
      person.setBirthDateElement(Elements.date(from.birthDate()));
    }
    return person;
  }

  private Coverage cover(Reference subscriber) {
    PasParties.Cover from = parties.cover();
    Coverage cover = new Coverage().setStatus(Coverage.CoverageStatus.ACTIVE);
    cover.addIdentifier(member(from.memberId()));
    if (subscriber != null) {
      cover.setSubscriber(subscriber);
    }
    cover.setBeneficiary(patient);
    cover
        .getRelationship()
        .addCoding(new Coding().setSystem(Pas.RELATIONS).setCode(from.relationship().word()))
        .addCoding(new Coding().setSystem(Pas.X12_RELATIONS).setCode(from.relationship().x12()));
    cover.addPayor(payer);
    addClass(cover, "group", from.group());
    addClass(cover, "plan", from.plan());
    return cover;
  }

  private static void addClass(Coverage cover, String kind, String value) {
    if (said(value)) {
      cover.addClass_().setType(Elements.concept(Pas.COVERAGE_CLASSES, kind)).setValue(value);
    }
  }

  private Identifier member(String number) {
    return Elements.identifier(memberSystem, number)
        .setType(Elements.concept(Pas.IDENTIFIER_TYPES, "MB"));
  }

  private static String memberSystem(PasParties.Payer payer) {
    return said(payer.memberSystem())
        ? payer.memberSystem()
        : "urn:openpriorauth:member:" + URLEncoder.encode(payer.code(), StandardCharsets.UTF_8);
  }

  private static AdministrativeGender gender(String sex) {
    return switch (sex == null ? "" : sex.toLowerCase(Locale.ROOT)) {
      case "female" -> AdministrativeGender.FEMALE;
      case "male" -> AdministrativeGender.MALE;
      case "other" -> AdministrativeGender.OTHER;
      default -> AdministrativeGender.UNKNOWN;
    };
  }

  static boolean said(String text) {
    return text != null && !text.isBlank();
  }
}
