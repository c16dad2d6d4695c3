package org.openpriorauth.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house's rules, as tests: arrows, thin edges, callers, walls. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .importPaths(
              Stream.of("persistence", "ejb", "batch", "web/api", "web/screens")
                  .map(m -> Path.of(System.getProperty("openpriorauth.root"), m, "target/classes"))
                  .toList());

  private static final String[] DOORS = {"..rest", "..view", "..jms", "..batch"};

  @Test
  void arrowsRunFromDoorsToServicesToRepositories() {
    noClasses()
        .that()
        .resideInAnyPackage("..model..", "org.openpriorauth.kernel..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.openpriorauth..")
                .and(not(resideInAnyPackage("..model..", "org.openpriorauth.kernel.."))))
        .check(PRODUCT);
    noClasses()
        .that()
        .resideOutsideOfPackages(DOORS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DOORS)
        .check(PRODUCT);
  }

  @Test
  void theKernelKnowsNoArea() {
    noClasses()
        .that()
        .resideInAPackage("org.openpriorauth.kernel..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.openpriorauth..")
                .and(not(resideInAPackage("org.openpriorauth.kernel.."))))
        .check(PRODUCT);
  }

  @Test
  void codecsKnowNoArea() {
    noClasses()
        .that()
        .resideInAPackage("org.openpriorauth.wire..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.openpriorauth..")
                .and(not(resideInAnyPackage("org.openpriorauth.wire.."))))
        .check(PRODUCT);
  }

  @Test
  void areasFormNoCycles() {
    slices()
        .matching("org.openpriorauth.(*)..")
        .should()
        .beFreeOfCycles()
        .check(PRODUCT.that(are(not(resideInAnyPackage(DOORS)))));
  }

  /** An area's folder is somebody else's system: the area speaks to it through a port only. */
  @Test
  void adaptersAreLeaves() {
    classes()
        .that()
        .resideInAPackage("org.openpriorauth.*.*")
        .and()
        .resideOutsideOfPackages(DOORS)
        .and()
        .resideOutsideOfPackages("..model", "org.openpriorauth.wire..")
        .should(beKnownToTheirOwnPackageOnly())
        .check(PRODUCT);
  }

  @Test
  void doorsAreThin() {
    noClasses()
        .that()
        .resideInAnyPackage(DOORS)
        .should()
        .dependOnClassesThat()
        .areAssignableTo("jakarta.persistence.EntityManager")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .check(PRODUCT);
  }

  @Test
  void servicesKnowNoDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackages(DOORS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.faces..")
        .check(PRODUCT);
  }

  @Test
  void everyServiceMethodNamesItsPermissionAndTakesACaller() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .and()
        .areDeclaredInClassesThat(
            // Behind the doors: they are called by the machine with no caller to ask.
            are(not(resideInAnyPackage(DOORS))))
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameNotEndingWith("Trail")
        .and()
        .arePublic()
        .and()
        .areNotStatic()
        .should(beGuarded())
        .check(PRODUCT);
  }

  @Test
  void everyRepositoryMethodOfAClinicsRowsTakesTheClinicFirst() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .and()
        // People belong to no clinic: they may work in several. Keys seal every clinic's values.
        .areDeclaredInClassesThat()
        .haveNameNotMatching(".*\\.(Identity|SecondFactor|KeyRing)Repository")
        .and()
        .arePublic()
        .should(takeTheClinicFirst())
        .check(PRODUCT);
  }

  @Test
  void noBeanCallsItselfExpectingAnInterceptor() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .and()
        .arePublic()
        .should(notBeCalledByItsOwnClass())
        .check(PRODUCT);
  }

  @Test
  void entitiesHaveNoSetters() {
    noClasses()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should(haveSetters())
        .check(PRODUCT);
  }

  @Test
  void theDomainNeverAsksForNow() {
    classes().that().resideInAPackage("..model..").should(notCallNow()).check(PRODUCT);
  }

  private static ArchCondition<JavaClass> beKnownToTheirOwnPackageOnly() {
    return new ArchCondition<>("be known to their own package only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesToSelf().stream()
            .filter(d -> !d.getOriginClass().getPackageName().equals(type.getPackageName()))
            .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaMethod> beGuarded() {
    return new ArchCondition<>("take a Caller first and carry @Requires") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean caller =
            !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().get(0).getSimpleName().equals("Caller");
        boolean requires = method.isAnnotatedWith("org.openpriorauth.kernel.Requires");
        if (!caller || !requires) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  /**
   * Rows without a clinic's data, and rows that carry their clinic themselves, are the exceptions.
   */
  private static ArchCondition<JavaMethod> takeTheClinicFirst() {
    return new ArchCondition<>("take a ClinicId, or an object that knows its clinic, first") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var types = method.getRawParameterTypes();
        boolean scoped =
            !types.isEmpty()
                && (types.get(0).getSimpleName().equals("ClinicId")
                    || types.get(0).isAssignableTo("org.openpriorauth.kernel.AuditedRecord")
                    || types.get(0).getSimpleName().equals("Audited")
                    || types.get(0).getSimpleName().equals("WorkItem"));
        boolean housekeeping =
            Stream.of("idsAfter", "clinicOf", "openMonth", "freeExpiredLeases", "overdue", "flush")
                .anyMatch(method.getName()::equals);
        if (!scoped && !housekeeping) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> notBeCalledByItsOwnClass() {
    return new ArchCondition<>("not be called by their own class") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getAccessesToSelf().stream()
            .filter(call -> call.getOriginOwner().equals(method.getOwner()))
            .forEach(
                call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> haveSetters() {
    return new ArchCondition<>("have setters") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethods().stream()
            .filter(m -> m.getName().startsWith("set"))
            .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
            .forEach(m -> events.add(SimpleConditionEvent.satisfied(m, m.getFullName())));
      }
    };
  }

  private static ArchCondition<JavaClass> notCallNow() {
    return new ArchCondition<>("not ask any clock") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTarget().getName().equals("now"))
            .forEach(
                call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
      }
    };
  }
}
