package fr.bastide.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HabitsTest {

  private static final List<String> SAY_NOTHING =
      List.of("util", "utils", "helper", "helpers", "impl", "dto", "manager", "common", "misc");

  @Test
  void packagesAreNamedAfterConcepts() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass one : House.CLASSES) {
      for (String part : one.getPackageName().split("\\.", -1)) {
        if (SAY_NOTHING.contains(part) || part.equals("service") || part.equals("services")) {
          wrong.add(one.getPackageName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void classesAreNamedAfterConcepts() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass one : House.CLASSES) {
      String name = one.getSimpleName().toLowerCase(Locale.ROOT);
      if (SAY_NOTHING.stream().anyMatch(name::endsWith)) {
        wrong.add(one.getName());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass one : House.CLASSES) {
      JavaPackage room = one.getPackage();
      boolean generated =
          room.getName().contains(".templates") || room.getName().endsWith(".print.internal.pages");
      if (!generated && !room.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(room.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void nobodyBacktracks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.regex..")
        .orShould()
        .callMethod(String.class, "matches", String.class)
        .orShould()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .orShould()
        .callMethod(String.class, "replaceFirst", String.class, String.class)
        .because("a backtracking expression hangs on text an attacker writes (ADR 19)")
        .check(House.CLASSES);
  }

  @Test
  void nobodySerializes() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectOutputStream")
        .because("deserialising is executing (ADR 19)")
        .check(House.CLASSES);
  }

  @Test
  void nobodyExitsButTheDoors() {
    noClasses()
        .that()
        .haveNameNotMatching(
            "fr\\.bastide\\.(cli\\.Bastide|web\\.Serve.*|assessment\\.internal\\.ReferentialCompiler)")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(House.CLASSES);
  }
}
