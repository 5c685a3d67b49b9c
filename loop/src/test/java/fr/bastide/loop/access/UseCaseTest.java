package fr.bastide.loop.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.board.BoardDesk;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.intake.HoursDesk;
import fr.bastide.loop.intake.QueueDesk;
import fr.bastide.loop.intake.ReportDesk;
import fr.bastide.loop.journal.JournalDesk;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.plan.PlanDesk;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UseCaseTest {

  /// All desks: who may do what is decided at them.
  static final List<Class<?>> DESKS =
      List.of(
          AccountDesk.class,
          SignInDesk.class,
          AssessmentDesk.class,
          BoardDesk.class,
          BodyDesk.class,
          JournalDesk.class,
          MandateDesk.class,
          PlanDesk.class,
          ReportDesk.class,
          QueueDesk.class,
          HoursDesk.class);

  /// What a desk offers to nobody in particular: the house itself, and what is the same for all.
  private static final Set<String> WITHOUT_CALLER =
      Set.of(
          "AccountDesk.administratorLink",
          "AssessmentDesk.lookAt",
          "AssessmentDesk.referential",
          "AssessmentDesk.scorer",
          "BoardDesk.scale",
          "BodyDesk.open",
          "QueueDesk.opensCases",
          "ReportDesk.form");

  private static Stream<Method> offered() {
    return DESKS.stream()
        .flatMap(desk -> Stream.of(desk.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
  }

  private static boolean takesCaller(Method method) {
    return List.of(method.getParameterTypes()).contains(Caller.class);
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @Test
  void allDesksAreKnownHere() throws IOException, URISyntaxException {
    Path classes =
        Path.of(AccountDesk.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("fr/bastide/loop"))) {
      Set<String> desks =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith("Desk.class"))
              .map(file -> file.substring(0, file.length() - ".class".length()))
              .collect(Collectors.toSet());
      assertThat(desks)
          .containsExactlyInAnyOrderElementsOf(DESKS.stream().map(Class::getSimpleName).toList());
    }
  }

  @Test
  void whoeverIsNamedAsCallerIsChecked() {
    List<String> unmarked =
        offered()
            .filter(method -> !method.isAnnotationPresent(UseCase.class))
            .filter(UseCaseTest::takesCaller)
            .map(UseCaseTest::name)
            .toList();
    assertThat(unmarked).isEmpty();
  }

  @Test
  void nothingIsOfferedWithoutACallerButWhatIsKnownHere() {
    Set<String> open =
        offered()
            .filter(method -> !takesCaller(method))
            .map(UseCaseTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(open).isEqualTo(new TreeSet<>(WITHOUT_CALLER));
  }

  @Test
  void everyActIsDoneSomewhere() {
    Set<Act> done =
        offered()
            .filter(method -> method.isAnnotationPresent(UseCase.class))
            .map(method -> method.getAnnotation(UseCase.class).value())
            .collect(Collectors.toSet());
    assertThat(done).containsExactlyInAnyOrder(Act.values());
  }
}
