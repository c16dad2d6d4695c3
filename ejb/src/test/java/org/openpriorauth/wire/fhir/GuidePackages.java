package org.openpriorauth.wire.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** The implementation guides that the tester has, as a validator. Nothing is fetched. */
final class GuidePackages {
  /** In this order: where two define the same address without a version, the later one holds. */
  private static final List<String> FILES =
      List.of("us_core_311.tgz", "us_core_610.tgz", "us_core_700.tgz", "davinci_pas_2.2.1.tgz");

  /**
   * Extensions that the guides use and that come with packages which are not there: R5's own, the
   * subscriptions backport. Stand-ins say no more than that these are extensions; the unit tests
   * say what is in ours.
   */
  private static final List<String> STAND_INS =
      List.of(
          "http://hl7.org/fhir/5.0/StructureDefinition/extension-Claim.encounter",
          Pas.FILTER,
          Pas.PAYLOAD_CONTENT);

  private GuidePackages() {}

  static FhirValidator validator(Path folder) throws IOException {
    FhirContext context = FhirContext.forR4Cached();
    PrePopulatedValidationSupport guides = new PrePopulatedValidationSupport(context);
    for (String file : FILES) {
      load(context, guides, folder.resolve(file));
    }
    STAND_INS.forEach(url -> guides.addStructureDefinition(standIn(url)));
    ValidationSupportChain chain =
        new ValidationSupportChain(
            guides,
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new AbsentTerminology(context),
            new InMemoryTerminologyServerValidationSupport(context),
            new SnapshotGeneratingValidationSupport(context));
    FhirInstanceValidator instances = new FhirInstanceValidator(chain);
    instances.setAnyExtensionsAllowed(true);
    instances.setErrorForUnknownProfiles(true);
    return context.newValidator().registerValidatorModule(instances);
  }

  private static StructureDefinition standIn(String url) {
    StructureDefinition definition = new StructureDefinition();
    definition.setUrl(url).setName("StandIn").setStatus(Enumerations.PublicationStatus.ACTIVE);
    definition.setKind(StructureDefinition.StructureDefinitionKind.COMPLEXTYPE);
    definition.setAbstract(false).setType("Extension");
    definition.setBaseDefinition("http://hl7.org/fhir/StructureDefinition/Extension");
    definition.setDerivation(StructureDefinition.TypeDerivationRule.CONSTRAINT);
    definition
        .addContext()
        .setType(StructureDefinition.ExtensionContextType.ELEMENT)
        .setExpression("Element");
    ElementDefinition address = definition.getDifferential().addElement();
    address.setPath("Extension.url").setId("Extension.url");
    address.setFixed(new UriType(url));
    return definition;
  }

  private static void load(FhirContext context, PrePopulatedValidationSupport into, Path file)
      throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      NpmPackage guide = NpmPackage.fromPackage(bytes);
      for (String name :
          guide.listResources("StructureDefinition", "ValueSet", "CodeSystem", "SearchParameter")) {
        try (InputStream resource = guide.loadResource(name)) {
          IBaseResource parsed = context.newJsonParser().parseResource(resource);
          into.addResource(parsed);
        }
      }
    }
  }
}
