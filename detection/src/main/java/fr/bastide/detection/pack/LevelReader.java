package fr.bastide.detection.pack;

import fr.bastide.detection.Level;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.kernel.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What levels of alert mean to people, and whom to call (`levels.yaml`, `levels.schema.json`).
final class LevelReader {

  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final Map<Level, LevelText> levels = new EnumMap<>(Level.class);

  private LevelReader() {}

  static LevelReader read(RuleFile file, List<Refusal> refusals) throws Malformed {
    Node root = PackIndex.root(file, refusals);
    root.only(Set.of("levels", "version", "contacts", "list"));
    LevelReader reader = new LevelReader();
    for (Map.Entry<String, Object> entry : root.map("contacts").entrySet()) {
      Node node = new Node("contacts." + entry.getKey(), entry.getValue());
      reader.contacts.put(entry.getKey(), contact(entry.getKey(), node));
    }
    for (Node node : root.list("list")) {
      reader.level(node);
    }
    for (Level level : Level.values()) {
      if (!reader.levels.containsKey(level)) {
        throw root.malformed(
            "le niveau " + level + " manque", "the level " + level + " is missing");
      }
    }
    return reader;
  }

  LevelText level(Level level) {
    LevelText text = levels.get(level);
    if (text == null) {
      throw new IllegalStateException("no text for " + level);
    }
    return text;
  }

  List<Contact> contacts() {
    return List.copyOf(contacts.values());
  }

  /// The contacts that a list of keys names.
  List<Contact> call(Node node) throws Malformed {
    List<Contact> call = new ArrayList<>();
    for (Node key : node.list("call")) {
      Contact contact = contacts.get(String.valueOf(key.content()));
      if (contact == null) {
        throw key.malformed("ce contact n’est pas connu", "this contact is unknown");
      }
      call.add(contact);
    }
    return call;
  }

  private static Contact contact(String key, Node node) throws Malformed {
    node.only(Set.of("name", "when", "number", "page"));
    return new Contact(
        key, node.both("name"), node.both("when"), some(node, "number"), some(node, "page"));
  }

  private static Optional<String> some(Node node, String key) throws Malformed {
    return node.has(key) ? Optional.of(node.text(key)) : Optional.empty();
  }

  private void level(Node node) throws Malformed {
    node.only(Set.of("level", "name", "meaning", "delay", "within", "tonight", "call"));
    Level level = named(node);
    List<Text> tonight = new ArrayList<>();
    for (Node step : node.list("tonight")) {
      tonight.add(new Text(step.text("fr"), step.text("en")));
    }
    levels.put(
        level,
        new LevelText(
            level,
            node.both("name"),
            node.both("meaning"),
            node.both("delay"),
            within(node),
            tonight,
            call(node)));
  }

  private static Level named(Node node) throws Malformed {
    String name = node.text("level");
    for (Level level : Level.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
        return level;
      }
    }
    throw node.malformed("le niveau " + name + " n’existe pas", "there is no level " + name);
  }

  private static Duration within(Node node) throws Malformed {
    try {
      return Duration.parse(node.text("within"));
    } catch (DateTimeException wrong) {
      throw node.malformed("within est une durée ISO 8601", "within is a duration of ISO 8601");
    }
  }
}
