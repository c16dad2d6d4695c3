package org.openpriorauth.wire.fhir;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;

/** The small parts that our resources are made of. */
final class Elements {
  private Elements() {}

  static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }

  static Extension coded(String url, String system, String code) {
    return new Extension(url, concept(system, code));
  }

  static Extension text(String url, String value) {
    return new Extension(url, new StringType(value));
  }

  static Identifier identifier(PasIdentifier number) {
    return new Identifier().setSystem(number.system()).setValue(number.value());
  }

  static Identifier identifier(String system, String value) {
    return new Identifier().setSystem(system).setValue(value);
  }

  static HumanName name(String given, String family) {
    HumanName name = new HumanName().setFamily(family);
    if (given != null && !given.isBlank()) {
      name.addGiven(given);
    }
    return name;
  }

  static ContactPoint phone(String number) {
    return new ContactPoint().setSystem(ContactPoint.ContactPointSystem.PHONE).setValue(number);
  }

  static Address address(PasParties.Address from) {
    Address address = new Address().addLine(from.line1());
    if (from.line2() != null && !from.line2().isBlank()) {
      address.addLine(from.line2());
    }
    return address
        .setCity(from.city())
        .setState(from.state())
        .setPostalCode(from.zip())
        .setCountry("US");
  }

  /** A full date (FullDateRule), in no time zone. */
  static DateType date(LocalDate day) {
    return new DateType(day.toString());
  }
}
