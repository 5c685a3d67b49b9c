package fr.bastide.detection.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Rule;
import fr.bastide.detection.Samples;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetectorTest {

  private static final Event WHOAMI =
      Samples.event("Image", "C:\\Windows\\System32\\whoami.exe", "CommandLine", "whoami /all");

  private static Rule rule(int number, String logsource, String selection) {
    String yaml =
        """
        title: Rule %d
        id: 11111111-2222-4333-8444-%012d
        logsource: {%s}
        detection:
          selection: {%s}
          condition: selection
        """
            .formatted(number, number, logsource, selection);
    return new RuleReader().readText("rule.yml", yaml).book().rules().getFirst();
  }

  private static Rule rule(int number, String selection) {
    return rule(number, "product: windows", selection);
  }

  private static List<String> found(Detector.Session session, Event event) {
    List<String> titles = new ArrayList<>();
    session.match(event, rule -> titles.add(rule.info().title()));
    return titles;
  }

  private static Detector detector(Rule... rules) {
    return new Detector(WHOAMI.names(), List.of(rules));
  }

  @Test
  void rulesAreToldInTheirOrder() {
    Detector.Session session =
        detector(
                rule(3, "CommandLine|contains: /all"),
                rule(1, "Image|endswith: whoami.exe"),
                rule(2, "Image|contains: nothing"))
            .session();

    assertThat(found(session, WHOAMI)).containsExactly("Rule 3", "Rule 1");
  }

  @Test
  void addingPutsARuleInThePlaceOfTheOneWithItsId() {
    Detector detector = detector(rule(1, "Image: x"), rule(2, "Image|contains: whoami"));
    Detector.Session session = detector.session();
    assertThat(found(session, WHOAMI)).containsExactly("Rule 2");

    detector.add(List.of(rule(3, "Image: '*'"), rule(1, "CommandLine|startswith: who")));

    assertThat(found(session, WHOAMI)).containsExactly("Rule 1", "Rule 2", "Rule 3");
  }

  @Test
  void removedAndReplacedRulesAreNoLongerTold() {
    Rule first = rule(1, "Image: '*'");
    Rule second = rule(2, "Image: '*'");
    Detector detector = detector(first, second);
    Detector.Session session = detector.session();

    detector.remove(List.of(first.info().id()));
    assertThat(found(session, WHOAMI)).containsExactly("Rule 2");

    detector.replace(List.of(first));
    assertThat(found(session, WHOAMI)).containsExactly("Rule 1");
    assertThat(detector.rules()).containsExactly(first);
  }

  @Test
  void aRuleLooksOnlyWhereItsLogsourceSays() {
    Detector.Session session =
        detector(
                rule(1, "product: linux", "Image: '*'"),
                rule(2, "category: process_creation", "Image: '*'"),
                rule(3, "product: windows, service: security", "Image: '*'"))
            .session();

    assertThat(found(session, WHOAMI)).containsExactly("Rule 2");
    Event linux = Samples.event(List.of(new Logsource("linux", "", "auditd")), "Image", "/bin/sh");
    assertThat(found(session, linux)).containsExactly("Rule 1");
  }

  @Test
  void manyOriginsThatEventsNameAreAllServed() {
    Detector.Session session = detector(rule(1, "product: windows", "Image: '*'")).session();
    Origins origins = new Origins();
    EventDraft draft = new EventDraft(WHOAMI.names(), origins);

    for (int i = 0; i < 6_000; i++) {
      draft.begin(new byte[0], 0, 0, Source.named("test"));
      draft.made(WHOAMI.names().id("Image"), "x");
      draft.origin(origins.of(List.of(new Logsource("windows", "made-up-" + i, ""))));
      Event event = draft.event();
      // past the bound of origins told apart, nothing is known of an event any more
      int expected = event.origin().feeds(new Logsource("windows", "", "")) ? 1 : 0;
      assertThat(found(session, event)).hasSize(expected);
    }
  }

  @Test
  void rulesChangeWhileSessionsRun() throws InterruptedException {
    Rule always = rule(1, "Image|endswith: whoami.exe");
    Rule sometimes = rule(2, "CommandLine|contains: /all");
    Detector detector = detector(always);
    AtomicBoolean done = new AtomicBoolean();
    List<List<String>> odd = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        IntStream.range(0, 2).mapToObj(_ -> watching(detector, done, odd)).toList();

    for (int i = 0; i < 300; i++) {
      detector.add(List.of(sometimes));
      detector.remove(List.of(sometimes.info().id()));
    }
    done.set(true);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(odd).isEmpty();
  }

  /// A thread that matches one event again and again and notes what must never be found.
  private static Thread watching(Detector detector, AtomicBoolean done, List<List<String>> odd) {
    Event event = WHOAMI.keep();
    return Thread.ofPlatform()
        .start(() -> {
          Detector.Session session = detector.session();
          while (!done.get()) {
            List<String> titles = found(session, event);
            if (!titles.equals(List.of("Rule 1")) && !titles.equals(List.of("Rule 1", "Rule 2"))) {
              odd.add(titles);
            }
          }
        });
  }
}
