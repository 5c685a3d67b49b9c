package fr.bastide.detection.internal.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.Rule;
import fr.bastide.detection.Samples;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private static final Rule RULE =
      Samples.rule(
          """
          selection:
            Image|endswith: '\\cmd.exe'
            CommandLine|contains: whoami
          filter:
            User: SYSTEM
          condition: selection and not filter
          """);

  private static Matching matching(int last) {
    Event event = Samples.event("Image", "x");
    return new Matching(new Program(event.names(), List.of(RULE)), last);
  }

  @Test
  void nothingIsRememberedWhenEventNumbersBeginAgain() {
    Matching matching = matching(4);
    Event hit = Samples.event("Image", "C:\\CMD.EXE", "CommandLine", "cmd /c WhoAmI");
    Event filtered =
        Samples.event("Image", "C:\\cmd.exe", "CommandLine", "whoami", "User", "system");
    Event other = Samples.event("Image", "C:\\cmd.exe");

    for (int i = 0; i < 50; i++) {
      assertThat(matching.match(hit)).isEqualTo(1);
      assertThat(matching.match(i % 3 == 0 ? filtered : other)).isZero();
    }
  }

  @Test
  void onlyEventsWithTheWitnessMakeCandidates() {
    Matching matching = matching(1_000);

    matching.match(Samples.event("Image", "C:\\mmc.exe", "CommandLine", "whoami", "User", "anne"));

    assertThat(matching.candidates()).isZero();
  }

  @Test
  void eventsOfOtherNamesAreRefused() {
    Matching matching = new Matching(new Program(new FieldNames(), List.of(RULE)));

    assertThatThrownBy(() -> matching.match(Samples.event("Image", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
