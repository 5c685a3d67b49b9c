package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every sentence of `messages.yaml` is known by a sample, and every sample gives what it says.
class MessageFormsTest {

  private final FieldNames names = new FieldNames();
  private final NameCache cache = new NameCache(names);
  private final EventDraft draft = new EventDraft(names, new Origins());

  private record Sample(String program, String message, Map<String, Object> gives) {}

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    Map<String, Object> data = Knowledge.beside(MessageFormsTest.class, "message-samples.yaml");
    for (Object node : Knowledge.list(data.get("samples"))) {
      List<Object> parts = Knowledge.list(node);
      samples.add(
          new Sample(
              String.valueOf(parts.get(0)),
              String.valueOf(parts.get(1)),
              Knowledge.map(parts.get(2))));
    }
    return samples;
  }

  @Test
  void everySampleGivesWhatItSays() {
    MessageForms forms = new MessageForms(names, cache);
    for (Sample sample : samples()) {
      byte[] program = Scan.bytes(sample.program());
      byte[] line = Scan.bytes(sample.program() + sample.message());
      draft.begin(line, 0, line.length, Source.named("test"));
      forms.fill(line, 0, program.length, program.length, line.length, draft);
      sample
          .gives()
          .forEach((field, value) ->
              assertThat(draft.event().text(field))
                  .as("%s of %s", field, sample)
                  .contains(String.valueOf(value)));
    }
  }

  @Test
  void everyFormFitsASampleOfItsProgram() {
    Map<String, Object> data = Knowledge.beside(MessageForms.class, "messages.yaml");
    for (Object node : Knowledge.list(data.get("programs"))) {
      Map<String, Object> entry = Knowledge.map(node);
      List<String> programs =
          Knowledge.list(entry.get("program")).stream().map(String::valueOf).toList();
      List<String> messages =
          samples().stream()
              .filter(sample -> programs.contains(sample.program()))
              .map(sample -> sample.message().strip())
              .toList();
      for (Object form : Knowledge.list(entry.get("forms"))) {
        String text = String.valueOf(Knowledge.map(form).get("text"));
        assertThat(messages).as(text).anyMatch(message -> fits(text, message));
      }
    }
  }

  private boolean fits(String text, String message) {
    byte[] line = Scan.bytes(message);
    draft.begin(line, 0, line.length, Source.named("test"));
    return new MessageForm(text, Map.of(), names)
        .fill(line, 0, line.length, draft, new Pairs(cache));
  }
}
