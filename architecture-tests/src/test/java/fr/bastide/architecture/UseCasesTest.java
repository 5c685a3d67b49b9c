package fr.bastide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.UseCase;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UseCasesTest {

  @Test
  void whateverADeskDoesForSomebodyIsAUseCase() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaMethod method : deskMethods()) {
      boolean forSomebody =
          method.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Caller.class));
      if (forSomebody && !method.isAnnotatedWith(UseCase.class)) {
        unmarked.add(method.getFullName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void aUseCaseIsToldFirstWhoAsks() {
    Set<String> wrong = new TreeSet<>();
    for (JavaMethod method : deskMethods()) {
      if (method.isAnnotatedWith(UseCase.class)
          && (method.getRawParameterTypes().isEmpty()
              || !method.getRawParameterTypes().getFirst().isEquivalentTo(Caller.class))) {
        wrong.add(method.getFullName());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyActIsDoneSomewhere() {
    Set<Act> done = EnumSet.noneOf(Act.class);
    for (JavaMethod method : deskMethods()) {
      method.tryGetAnnotationOfType(UseCase.class).ifPresent(useCase -> done.add(useCase.value()));
    }
    assertThat(done).containsExactlyInAnyOrder(Act.values());
  }

  private static Set<JavaMethod> deskMethods() {
    Set<JavaMethod> methods = new java.util.HashSet<>();
    for (JavaClass one : House.CLASSES) {
      if (one.getPackageName().startsWith("fr.bastide.loop")
          && one.getSimpleName().endsWith("Desk")) {
        one.getMethods().stream()
            .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
            .forEach(methods::add);
      }
    }
    assertThat(methods).hasSizeGreaterThan(30);
    return methods;
  }
}
