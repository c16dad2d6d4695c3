package org.openpriorauth.wire.fhir;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/**
 * Documents inside a request: inline and without an address (spec-21), each reached by a supporting
 * information of its own (spec-22) that says what kind of report it is (PWK01).
 */
final class Documents {
  private static final String SUPPORT_DATA = "OZ";
  private static final String NOTE = "34109-9";

  private Documents() {}

  static void add(Entries entries, Claim claim, PasRequest.Document from, Reference patient) {
    Reference document = entries.add(document(from, patient), "documentreference");
    Claim.SupportingInformationComponent info = claim.addSupportingInfo();
    Extension kind = new Extension(Pas.DOCUMENT_INFORMATION);
    kind.addExtension(
        Elements.coded(
            "reportTypeCode",
            Pas.REPORT_TYPES,
            from.reportType() == null ? SUPPORT_DATA : from.reportType()));
    info.addExtension(kind);
    info.setSequence(claim.getSupportingInfo().size());
    info.setCategory(Elements.concept(Pas.TEMP_CODES, "additionalInformation"));
    info.setValue(document);
  }

  private static DocumentReference document(PasRequest.Document from, Reference patient) {
    DocumentReference document = new DocumentReference();
    document.setStatus(Enumerations.DocumentReferenceStatus.CURRENT);
    document.setType(Elements.concept(Pas.LOINC, from.loinc() == null ? NOTE : from.loinc()));
    document.addCategory(Elements.concept(Pas.DOCUMENT_CATEGORIES, "clinical-note"));
    document.setSubject(patient);
    Attachment attachment = document.addContent().getAttachment();
    attachment.setContentType(from.mediaType()).setTitle(from.title()).setData(from.content());
    attachment.setCreationElement(new DateTimeType(from.created().toString()));
    return document;
  }
}
