package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sentences of the programs we know, from `messages.yaml`: who logged in or failed to, from
/// where. Not safe for threads.
final class MessageForms {

  private final Words programs;
  private final List<List<MessageForm>> forms = new ArrayList<>();
  private final Pairs pairs;

  MessageForms(FieldNames fieldNames, NameCache names) {
    pairs = new Pairs(names);
    Map<String, Integer> numbers = new HashMap<>();
    for (Object node :
        Knowledge.list(Knowledge.beside(MessageForms.class, "messages.yaml").get("programs"))) {
      Map<String, Object> entry = Knowledge.map(node);
      for (Object program : Knowledge.list(entry.get("program"))) {
        numbers.put(String.valueOf(program), forms.size());
      }
      forms.add(Knowledge.list(entry.get("forms")).stream().map(f -> form(f, fieldNames)).toList());
    }
    programs = new Words(numbers);
  }

  private static MessageForm form(Object node, FieldNames names) {
    Map<String, Object> entry = Knowledge.map(node);
    Map<String, String> given = new LinkedHashMap<>();
    Object with = entry.get("with");
    if (with != null) {
      Knowledge.map(with).forEach((field, value) -> given.put(field, String.valueOf(value)));
    }
    return new MessageForm(String.valueOf(entry.get("text")), given, names);
  }

  /// Adds what a message of this program says; nothing when the program or the sentence is unknown.
  void fill(byte[] b, int program, int programEnd, int from, int to, EventDraft draft) {
    int number = programs.number(b, program, programEnd);
    if (number < 0) {
      return;
    }
    int start = Scan.pastSpaces(b, from, to);
    for (MessageForm form : forms.get(number)) {
      if (form.fill(b, start, to, draft, pairs)) {
        return;
      }
    }
  }
}
