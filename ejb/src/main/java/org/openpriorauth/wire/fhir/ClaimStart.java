package org.openpriorauth.wire.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;

/** What a request's Claim and an inquiry's have in common (profile-claim-base). */
final class ClaimStart {
  private ClaimStart() {}

  /** The fixed elements, without references: the Claim comes before what it refers to. */
  static Claim of(PasTransaction transaction, String priority) {
    Claim claim = new Claim();
    if (transaction.route() != null) {
      claim.addExtension(transmission(transaction.route()));
    }
    claim.addIdentifier(Elements.identifier(transaction.claim()));
    claim.setStatus(Claim.ClaimStatus.ACTIVE);
    claim.setType(Elements.concept(Pas.CLAIM_TYPES, "professional"));
    claim.setUse(Claim.Use.PREAUTHORIZATION);
    DateTimeType created = new DateTimeType(Date.from(transaction.at()));
    created.setTimeZoneZulu(true);
    claim.setCreatedElement(created);
    claim.setPriority(Elements.concept(Pas.PRIORITIES, priority));
    return claim;
  }

  static void refer(Claim claim, PartyEntries parties) {
    claim.setPatient(parties.patient);
    claim.setInsurer(parties.payer);
    claim.setProvider(parties.clinic);
    claim.addInsurance().setSequence(1).setFocal(true).setCoverage(parties.cover);
  }

  private static Extension transmission(PasTransaction.Route route) {
    Extension extension = new Extension(Pas.TRANSMISSION);
    extension.addExtension(Elements.text("applicationSenderCode", route.sender()));
    extension.addExtension(Elements.text("applicationReceiverCode", route.receiver()));
    extension.addExtension(Elements.text("interchangeSenderID", route.sender()));
    extension.addExtension(Elements.text("interchangeReceiverID", route.receiver()));
    return extension;
  }
}
