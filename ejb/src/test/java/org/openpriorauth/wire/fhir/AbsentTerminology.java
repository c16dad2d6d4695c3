package org.openpriorauth.wire.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Code systems that are in no package: every code of theirs is let pass, and in a value set only
 * when the value set takes codes of that system. All other codes are checked.
 */
final class AbsentTerminology implements IValidationSupport {
  /** By the beginning of the system's URI: why it cannot be checked. */
  private static final Map<String, String> SYSTEMS =
      Map.of(
          "https://codesystem.x12.org/", "X12 licenses its code lists and value sets",
          "http://www.ama-assn.org/go/cpt", "the AMA licenses CPT",
          "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "a list of CMS, not packaged",
          "https://www.cms.gov/Medicare/Coding/place-of-service-codes/", "a list of CMS",
          "http://hl7.org/fhir/sid/icd-10-cm", "a list of NCHS, not packaged",
          "http://hl7.org/fhir/sid/ndc", "a list of the FDA, not packaged",
          "http://loinc.org", "LOINC is not packaged");

  private final FhirContext context;

  AbsentTerminology(FhirContext context) {
    this.context = context;
  }

  private static boolean absent(String system) {
    return system != null && SYSTEMS.keySet().stream().anyMatch(system::startsWith);
  }

  @Override
  public FhirContext getFhirContext() {
    return context;
  }

  @Override
  public boolean isCodeSystemSupported(ValidationSupportContext root, String system) {
    return absent(system);
  }

  @Override
  public boolean isValueSetSupported(ValidationSupportContext root, String valueSet) {
    return true;
  }

  @Override
  public CodeValidationResult validateCode(
      ValidationSupportContext root,
      ConceptValidationOptions options,
      String system,
      String code,
      String display,
      String valueSet) {
    return absent(system) && (valueSet == null || valueSet.isEmpty()) ? passed(code) : null;
  }

  @Override
  public CodeValidationResult validateCodeInValueSet(
      ValidationSupportContext root,
      ConceptValidationOptions options,
      String system,
      String code,
      String display,
      IBaseResource valueSet) {
    boolean takes =
        valueSet instanceof ValueSet set
            && set.getCompose().getInclude().stream().anyMatch(i -> system.equals(i.getSystem()));
    return absent(system) && takes ? passed(code) : null;
  }

  private static CodeValidationResult passed(String code) {
    return new CodeValidationResult().setCode(code);
  }
}
