package fr.bastide.airlock.link;

import fr.bastide.kernel.Text;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An alarm as one line of JSON.
public final class AlarmLine {

  private static final JsonMapper JSON = JsonMapper.shared();

  private AlarmLine() {}

  /// `at`, `alarm`, `state`, `from`, `to`, `count`, and the sentence in both languages.
  public static String json(LinkAlarm alarm) {
    Text text = alarm.text();
    ObjectNode line = JSON.createObjectNode();
    line.put("at", alarm.at().toString());
    line.put("alarm", alarm.word());
    line.put("state", alarm.state().name().toLowerCase(Locale.ROOT));
    if (alarm.from() > 0) {
      line.put("from", alarm.from());
      line.put("to", alarm.to());
    }
    line.put("count", alarm.count());
    line.put("fr", text.fr());
    line.put("en", text.en());
    return JSON.writeValueAsString(line);
  }
}
