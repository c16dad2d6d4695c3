package org.openpriorauth.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Who wrote the documents saw nothing of what reads them, and who judges nothing of who wrote. */
class BlindTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("org.openpriorauth.evaluation");

  @Test
  void theDocumentsKnowNothingOfTheirReader() {
    noClasses()
        .that()
        .resideInAPackage("org.openpriorauth.evaluation.charts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.openpriorauth.evaluation.reading..",
            "org.openpriorauth.extraction..",
            "org.openpriorauth.criteria..")
        .check(CLASSES);
  }

  @Test
  void theJudgeKnowsNothingOfTheDocumentsNorOfTheRules() {
    noClasses()
        .that()
        .resideInAPackage("org.openpriorauth.evaluation.reading..")
        .and()
        .haveSimpleNameNotEndingWith("Evaluate")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.openpriorauth.evaluation.charts..", "org.openpriorauth.extraction.rules..")
        .check(CLASSES);
  }
}
