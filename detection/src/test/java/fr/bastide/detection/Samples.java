package fr.bastide.detection;

import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Small rules and events for tests.
public final class Samples {

  private static final FieldNames NAMES = new FieldNames();
  private static final Origins ORIGINS = new Origins();

  private Samples() {}

  /// A document with this section `detection`, given without indent.
  public static String yaml(String detection) {
    return """
    title: Sample
    id: 11111111-2222-4333-8444-555555555555
    logsource:
      product: windows
      category: process_creation
    detection:
    """
        + detection.lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  /// The one rule with this section `detection`.
  public static Rule rule(String detection) {
    RuleLibrary library = new RuleReader().readText("sample.yml", yaml(detection));
    if (!library.book().refusals().isEmpty()) {
      throw new AssertionError(library.book().refusals());
    }
    return library.book().rules().getFirst();
  }

  /// The one refusal of this section `detection`.
  public static Refusal refusal(String detection) {
    RuleLibrary library = new RuleReader().readText("sample.yml", yaml(detection));
    if (library.book().refusals().size() != 1 || !library.book().rules().isEmpty()) {
      throw new AssertionError(library.book());
    }
    return library.book().refusals().getFirst();
  }

  /// An event of process creation with these names and values in turn; `<null>` stands for null.
  public static Event event(String... namesAndValues) {
    return event(List.of(new Logsource("windows", "process_creation", "sysmon")), namesAndValues);
  }

  /// An event from there with these names and values in turn; `<null>` stands for null.
  public static Event event(List<Logsource> logsources, String... namesAndValues) {
    byte[] record = String.join(" ", namesAndValues).getBytes(StandardCharsets.UTF_8);
    EventDraft draft = new EventDraft(NAMES, ORIGINS);
    draft.begin(record, 0, record.length, Source.named("test"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      int field = NAMES.id(namesAndValues[i]);
      if (namesAndValues[i + 1].equals("<null>")) {
        draft.made(field, ValueKind.NULL, new byte[0], 0, 0);
      } else {
        draft.made(field, namesAndValues[i + 1]);
      }
    }
    draft.origin(ORIGINS.of(logsources));
    return draft.event();
  }
}
