package org.openpriorauth.wire.fhir;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * The order behind each item. A drug by its NDC is a MedicationRequest; a drug by its HCPCS code is
 * a service, because the profile binds codes that way.
 */
final class Orders {
  private final Entries entries;
  private final Reference patient;
  private final Reference orderer;

  Orders(Entries entries, Reference patient, Reference orderer) {
    this.entries = entries;
    this.patient = patient;
    this.orderer = orderer;
  }

  Reference add(PasRequest.Item item, Instant at) {
    return item.service().system() == PasRequest.CodeSystem.NDC ? drug(item, at) : service(item);
  }

  private Reference service(PasRequest.Item item) {
    ServiceRequest order = new ServiceRequest();
    order.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE);
    order.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
    order.setCode(RequestBundle.service(item.service()));
    order.setSubject(patient);
    if (item.units() != null) {
      order.setQuantity(RequestBundle.quantity(item));
    }
    return entries.add(order, "servicerequest");
  }

  private Reference drug(PasRequest.Item item, Instant at) {
    MedicationRequest order = new MedicationRequest();
    order.setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE);
    order.setIntent(MedicationRequest.MedicationRequestIntent.ORDER);
    order.setMedication(RequestBundle.service(item.service()));
    order.setSubject(patient);
    DateTimeType written = new DateTimeType(Date.from(at));
    written.setTimeZoneZulu(true);
    order.setAuthoredOnElement(written);
    // us-core-21: an order has somebody who orders.
    order.setRequester(orderer);
    if (item.units() != null) {
      order.getDispenseRequest().setQuantity(RequestBundle.quantity(item));
    }
    return entries.add(order, "medicationrequest");
  }
}
