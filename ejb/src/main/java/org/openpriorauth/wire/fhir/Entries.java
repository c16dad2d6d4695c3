package org.openpriorauth.wire.fhir;

import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A collection Bundle that is being filled. Each resource gets a random GUID of its own, never used
 * before (spec-16, spec-17), and is referred to by it: such a reference is resolved the same way
 * everywhere.
 */
final class Entries {
  private final Bundle bundle = new Bundle();

  Entries(PasTransaction transaction, String profile) {
    bundle.getMeta().addProfile(Pas.profile(profile));
    bundle.setIdentifier(Elements.identifier(transaction.bundle()));
    bundle.setType(Bundle.BundleType.COLLECTION);
    bundle.setTimestampElement(instant(transaction));
  }

  /** Adds a resource and says how to refer to it. */
  Reference add(Resource resource, String profile) {
    String id = UUID.randomUUID().toString();
    resource.setId(id);
    resource.getMeta().addProfile(Pas.profile(profile));
    bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(resource);
    return new Reference("urn:uuid:" + id);
  }

  Bundle bundle() {
    return bundle;
  }

  /** In UTC, whatever the server's zone. */
  private static InstantType instant(PasTransaction transaction) {
    InstantType instant = new InstantType(Date.from(transaction.at()));
    instant.setTimeZoneZulu(true);
    return instant;
  }
}
