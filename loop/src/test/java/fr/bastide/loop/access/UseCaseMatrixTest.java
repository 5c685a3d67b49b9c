package fr.bastide.loop.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.Denied;
import fr.bastide.loop.LoopException;
import fr.bastide.loop.NotFound;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Every use case by every kind of caller, against the table of rights written by hand: with a good
/// request, with nonsense, and with the things of another body.
class UseCaseMatrixTest {

  private final Map<String, Act> useCases = useCases();
  private final Deeds deeds = new Deeds();
  private final Map<Act, Rights> table = Rights.table();

  private static Map<String, Act> useCases() {
    Map<String, Act> found = new TreeMap<>();
    for (Class<?> desk : UseCaseTest.DESKS) {
      for (Method method : desk.getDeclaredMethods()) {
        UseCase useCase = method.getAnnotation(UseCase.class);
        if (useCase != null) {
          String key =
              desk.getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
          assertThat(found.put(key, useCase.value()))
              .as("two use cases are called %s", key)
              .isNull();
        }
      }
    }
    return found;
  }

  @Test
  void everyUseCaseIsTriedHere() {
    assertThat(deeds.all().keySet()).isEqualTo(useCases.keySet());
  }

  @Test
  void everyUseCaseAnswersEverybodyAsTheTableSays() {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Act> useCase : useCases.entrySet()) {
      Rights rights = Rights.of(table, useCase.getValue());
      for (Asker asker : Asker.all()) {
        Estate estate = new Estate();
        Deeds.makeReady(useCase.getKey(), estate);
        Caller caller = asker.arrives().apply(estate);
        BodyId body = estate.own().id();
        String expected = expected(rights, caller, body, asker);
        String seen = outcome(useCase.getKey(), caller, body, estate, true);
        check(wrong, useCase.getKey() + " by " + asker.name(), expected, seen);
        if (!expected.equals("done")) {
          String nonsense = outcome(useCase.getKey(), caller, body, estate, false);
          check(wrong, useCase.getKey() + " with nonsense by " + asker.name(), expected, nonsense);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingOfOneBodyIsReachedThroughAnother() {
    List<String> reached = new ArrayList<>();
    for (String useCase : deeds.naming()) {
      for (Asker asker : Asker.ofTheForeignBody()) {
        Estate estate = new Estate();
        Deeds.makeReady(useCase, estate);
        Caller caller = asker.arrives().apply(estate);
        String seen = outcome(useCase, caller, estate.foreign().id(), estate, true);
        if (!seen.equals("not found") && !seen.equals("denied")) {
          reached.add(useCase + " by " + asker.name() + ": " + seen);
        }
      }
    }
    assertThat(reached).isEmpty();
  }

  private static void check(List<String> wrong, String what, String expected, String seen) {
    if (!seen.equals(expected)) {
      wrong.add(what + ": " + expected + " expected, but " + seen);
    }
  }

  /// What the table says.
  private String expected(Rights rights, Caller caller, BodyId body, Asker asker) {
    return switch (rights.on()) {
      case "public" -> "done";
      case "oneself" -> caller.known() ? "done" : "denied";
      case "territory" ->
          caller.centreRoles().anyMatch(rights.centre()::contains) ? "done" : "denied";
      default ->
          !caller.known()
              ? "denied"
              : !Rights.of(table, Act.SEE_BODY).given(caller, body, asker.scopes())
                  ? "not found"
                  : rights.given(caller, body, asker.scopes()) ? "done" : "denied";
    };
  }

  /// What happened; a refusal leaves nothing in the journal either.
  private String outcome(String useCase, Caller caller, BodyId body, Estate estate, boolean sane) {
    Deeds.Deed deed = deeds.all().get(useCase);
    if (deed == null) {
      return "not tried";
    }
    int before = estate.house().acts().size();
    try {
      deed.by(caller, body, estate, sane);
      return "done";
    } catch (Denied denied) {
      return unless(before, estate, "denied");
    } catch (NotFound notFound) {
      return unless(before, estate, "not found");
    } catch (LoopException other) {
      return other.getClass().getSimpleName();
    }
  }

  private static String unless(int before, Estate estate, String refusal) {
    return estate.house().acts().size() == before
        ? refusal
        : refusal + ", but it is in the journal";
  }
}
