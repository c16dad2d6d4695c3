package org.openpriorauth.wire.fhir;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;

/** A query by example as a Bundle (profile-pas-inquiry-request-bundle, profile-claim-inquiry). */
final class InquiryBundle {
  private final PasInquiry inquiry;
  private final Entries entries;
  private final Claim claim;

  InquiryBundle(PasInquiry inquiry) {
    this.inquiry = inquiry;
    this.entries = new Entries(inquiry.transaction(), "pas-inquiry-request-bundle");
    this.claim = ClaimStart.of(inquiry.transaction(), "normal");
  }

  Bundle build() {
    entries.add(claim, "claim-inquiry");
    ClaimStart.refer(claim, new PartyEntries(entries, inquiry.parties()));
    inquiry.services().forEach(service -> item(RequestBundle.service(service)));
    if (inquiry.services().isEmpty() && numbered()) {
      item(Elements.concept(Pas.ABSENT, "not-applicable"));
    }
    return entries.bundle();
  }

  private boolean numbered() {
    return PartyEntries.said(inquiry.authorizationNumber())
        || PartyEntries.said(inquiry.administrationNumber());
  }

  /** The numbers are on the item: their extensions are not allowed on the Claim (PAS 2.2.1). */
  private void item(CodeableConcept service) {
    Claim.ItemComponent item = claim.addItem();
    if (PartyEntries.said(inquiry.authorizationNumber())) {
      item.addExtension(Elements.text(Pas.AUTHORIZATION_NUMBER, inquiry.authorizationNumber()));
    }
    if (PartyEntries.said(inquiry.administrationNumber())) {
      item.addExtension(Elements.text(Pas.ADMINISTRATION_NUMBER, inquiry.administrationNumber()));
    }
    item.setSequence(claim.getItem().size()).setProductOrService(service);
  }
}
