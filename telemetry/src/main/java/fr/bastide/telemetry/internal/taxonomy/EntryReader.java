package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Logsource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the data's entries into ones with the numbers of their fields.
final class EntryReader {

  private final FieldNames names;

  EntryReader(FieldNames names) {
    this.names = names;
  }

  Entry read(Map<?, ?> yaml) {
    Object stage = yaml.get("stage");
    return new Entry(
        Yaml.text(yaml.get("id")),
        stage instanceof Integer number ? number : 2,
        Shapes.bits(Yaml.texts(yaml.get("shape"))),
        Yaml.list(yaml.get("when")).stream().map(this::block).toList(),
        Yaml.texts(yaml.get("strip")).stream().map(Strip::new).toList(),
        Yaml.list(yaml.get("zip")).stream().map(zip -> zip(Yaml.map(zip))).toList(),
        aliases(Yaml.map(yaml.get("alias"))),
        Yaml.list(yaml.get("derive")).stream().map(made -> derivation(Yaml.map(made))).toList(),
        Yaml.list(yaml.get("time")).stream().map(time -> time(Yaml.map(time))).toList(),
        Yaml.list(yaml.get("logsource")).stream().map(EntryReader::logsource).toList());
  }

  private List<Condition> block(@Nullable Object yaml) {
    List<Condition> conditions = new ArrayList<>();
    Yaml.map(yaml)
        .forEach((field, wanted) -> conditions.add(condition(names.id(Yaml.text(field)), wanted)));
    return List.copyOf(conditions);
  }

  private static Condition condition(int field, @Nullable Object wanted) {
    if (!(wanted instanceof Map<?, ?> test)) {
      return new Condition(field, Condition.Test.IS, folded(wanted));
    }
    String word = Yaml.text(test.keySet().iterator().next());
    Object values = test.get(word);
    return switch (word) {
      case "exists" ->
          new Condition(
              field,
              Boolean.TRUE.equals(values) ? Condition.Test.PRESENT : Condition.Test.ABSENT,
              List.of());
      case "starts" -> new Condition(field, Condition.Test.STARTS, folded(values));
      case "ends" -> new Condition(field, Condition.Test.ENDS, folded(values));
      case "contains" -> new Condition(field, Condition.Test.CONTAINS, folded(values));
      case "not" -> new Condition(field, Condition.Test.NOT, folded(values));
      default -> throw new IllegalStateException("unknown test: " + word);
    };
  }

  private static List<byte[]> folded(@Nullable Object values) {
    return Yaml.texts(values).stream().map(Folded::of).toList();
  }

  private Entry.Zip zip(Map<?, ?> yaml) {
    return new Entry.Zip(
        names.id(Yaml.text(yaml.get("name"))),
        names.id(Yaml.text(yaml.get("value"))),
        Yaml.text(yaml.get("prefix")));
  }

  private List<Entry.Alias> aliases(Map<?, ?> yaml) {
    List<Entry.Alias> aliases = new ArrayList<>();
    yaml.forEach((from, to) -> {
      for (String target : Yaml.texts(to)) {
        aliases.add(new Entry.Alias(names.id(Yaml.text(from)), names.id(target)));
      }
    });
    return List.copyOf(aliases);
  }

  private Derivation derivation(Map<?, ?> yaml) {
    List<Condition> when = block(yaml.get("when"));
    List<Integer> from = Yaml.texts(yaml.get("from")).stream().map(names::id).toList();
    int field = names.id(Yaml.text(yaml.get("field")));
    boolean ahead = Boolean.TRUE.equals(yaml.get("ahead"));
    String by = Yaml.text(yaml.get("by"));
    return switch (by) {
      case "hex-to-decimal" -> changed(when, field, ahead, from, Derivation.Change.HEX_TO_DECIMAL);
      case "decimal-to-hex" -> changed(when, field, ahead, from, Derivation.Change.DECIMAL_TO_HEX);
      case "lower" -> changed(when, field, ahead, from, Derivation.Change.LOWER);
      case "map" -> new Derivation.Mapped(when, field, ahead, from, table(yaml.get("map")));
      case "join" -> new Derivation.Joined(when, field, ahead, from, Yaml.text(yaml.get("with")));
      case "constant" -> new Derivation.Constant(when, field, ahead, Yaml.text(yaml.get("value")));
      case "pairs" -> pairs(when, from.getFirst(), Yaml.map(yaml.get("fields")));
      case "json" -> new Derivation.Embedded(when, from, under(Yaml.text(yaml.get("under"))));
      default -> throw new IllegalStateException("unknown derivation: " + by);
    };
  }

  private static Derivation changed(
      List<Condition> when,
      int field,
      boolean ahead,
      List<Integer> from,
      Derivation.Change change) {
    return new Derivation.Changed(when, field, ahead, from, change);
  }

  private static Map<String, String> table(@Nullable Object yaml) {
    Map<String, String> table = new HashMap<>();
    Yaml.map(yaml)
        .forEach(
            (key, value) -> table.put(Yaml.text(key).toLowerCase(Locale.ROOT), Yaml.text(value)));
    return Map.copyOf(table);
  }

  private Derivation pairs(List<Condition> when, int from, Map<?, ?> yaml) {
    List<byte[]> keys = new ArrayList<>();
    List<Integer> fields = new ArrayList<>();
    yaml.forEach((key, field) -> {
      keys.add(Folded.of(Yaml.text(key)));
      fields.add(names.id(Yaml.text(field)));
    });
    return new Derivation.Pairs(when, from, List.copyOf(keys), List.copyOf(fields));
  }

  private int under(String field) {
    return field.isEmpty() ? -1 : names.id(field);
  }

  private Entry.TimeField time(Map<?, ?> yaml) {
    String zone = Yaml.text(yaml.get("zone"));
    String format = Yaml.text(yaml.get("format"));
    return new Entry.TimeField(
        Yaml.texts(yaml.get("field")).stream().map(names::id).toList(),
        TimeFormat.valueOf(format.toUpperCase(Locale.ROOT).replace('-', '_')),
        zone.isEmpty() ? -1 : names.id(zone));
  }

  private static Logsource logsource(@Nullable Object node) {
    Map<?, ?> yaml = Yaml.map(node);
    return new Logsource(
        Yaml.text(yaml.get("product")),
        Yaml.text(yaml.get("category")),
        Yaml.text(yaml.get("service")));
  }
}
