package fr.bastide.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloorsTest {

  @Test
  void everyModuleIsSeen() {
    for (String module : House.MODULES) {
      assertThat(House.CLASSES.containPackage("fr.bastide." + module)).as(module).isTrue();
    }
  }

  @Test
  void arrowsPointDownOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("fr.bastide..")
        .layer("kernel")
        .definedBy("fr.bastide.kernel..")
        .layer("document")
        .definedBy("fr.bastide.document..")
        .layer("assessment")
        .definedBy("fr.bastide.assessment..")
        .layer("telemetry")
        .definedBy("fr.bastide.telemetry..")
        .layer("detection")
        .definedBy("fr.bastide.detection..")
        .layer("incident")
        .definedBy("fr.bastide.incident..")
        .layer("directory")
        .definedBy("fr.bastide.directory..")
        .layer("airlock")
        .definedBy("fr.bastide.airlock..")
        .layer("loop")
        .definedBy("fr.bastide.loop..")
        .layer("store")
        .definedBy("fr.bastide.store..")
        .layer("post")
        .definedBy("fr.bastide.post..")
        .layer("gateway")
        .definedBy("fr.bastide.gateway..")
        .layer("print")
        .definedBy("fr.bastide.print..")
        .layer("web")
        .definedBy("fr.bastide.web..")
        .layer("cli")
        .definedBy("fr.bastide.cli..")
        .whereLayer("web")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("web", "cli")
        .whereLayer("post")
        .mayOnlyBeAccessedByLayers("web", "cli")
        .whereLayer("gateway")
        .mayOnlyBeAccessedByLayers("web", "cli")
        .whereLayer("print")
        .mayOnlyBeAccessedByLayers("web", "cli")
        .whereLayer("loop")
        .mayOnlyBeAccessedByLayers("store", "post", "print", "web", "cli")
        .whereLayer("assessment")
        .mayOnlyBeAccessedByLayers("loop", "store", "post", "print", "web", "cli")
        .whereLayer("telemetry")
        .mayOnlyBeAccessedByLayers("detection", "loop", "store", "web", "cli")
        .whereLayer("detection")
        .mayOnlyBeAccessedByLayers("loop", "store", "web", "cli")
        .whereLayer("incident")
        .mayOnlyBeAccessedByLayers("loop", "store", "post", "print", "web", "cli")
        .whereLayer("directory")
        .mayOnlyBeAccessedByLayers("loop", "store", "web", "cli")
        .whereLayer("airlock")
        .mayOnlyBeAccessedByLayers("loop", "store", "post", "gateway", "web", "cli")
        .check(House.CLASSES);
  }

  @Test
  void enginesKnowNoServerAndNoDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "fr.bastide.kernel..",
            "fr.bastide.document..",
            "fr.bastide.assessment..",
            "fr.bastide.telemetry..",
            "fr.bastide.detection..",
            "fr.bastide.incident..",
            "fr.bastide.directory..",
            "fr.bastide.airlock..",
            "fr.bastide.loop..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "java.sql..",
            "javax.sql..",
            "jakarta.servlet..",
            "com.sun.net.httpserver..",
            "java.net.http..")
        .check(House.CLASSES);
  }

  @Test
  void internalPackagesStayInside() {
    for (String module : House.MODULES) {
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.bastide." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fr.bastide." + module + "..internal..")
          .check(House.CLASSES);
    }
  }

  @Test
  void theKernelStandsOnTheGround() {
    classes()
        .that()
        .resideInAPackage("fr.bastide.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "fr.bastide.kernel..", "org.jspecify..")
        .check(House.CLASSES);
  }
}
