package fr.bastide.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// All production classes of the house, read once.
final class House {

  /// Modules with production code, lowest floor first.
  static final List<String> MODULES =
      List.of(
          "kernel",
          "document",
          "assessment",
          "telemetry",
          "detection",
          "incident",
          "directory",
          "airlock",
          "loop",
          "store",
          "post",
          "gateway",
          "print",
          "web",
          "cli");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("fr.bastide");

  private House() {}

  /// The root of the sources.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    Path parent = here.getParent();
    return Files.isRegularFile(here.resolve("bastide")) || parent == null ? here : parent;
  }
}
