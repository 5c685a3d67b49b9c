package fr.bastide.telemetry.internal.export;

import fr.bastide.telemetry.Logsource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// One file of the folder `export`, read.
///
/// @param schema the version of the schema it leads to
/// @param unmapped where fields go that no section speaks of
/// @param drop beginnings of names that are left out, because their values stand elsewhere as well
/// @param nativeSigns fields by which an event shows that its own names are those of the schema
/// @param nativeRoots first segments of such names
/// @param sections what is said of kinds of events; the last that speaks of a field counts
record ExportData(
    String schema,
    String unmapped,
    List<String> drop,
    List<String> nativeSigns,
    List<String> nativeRoots,
    List<Section> sections) {

  /// Reads a file of our own, whose form a test checks.
  static ExportData read(String name) {
    String path = "/fr/bastide/telemetry/export/" + name + ".yaml";
    try (InputStream in = ExportData.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("export file " + path + " is missing");
      }
      LoadSettings settings = LoadSettings.builder().setLabel(path).build();
      return read(map(new Load(settings).loadFromInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExportData read(Map<String, Object> yaml) {
    Map<String, Object> own = map(yaml.get("native"));
    return new ExportData(
        text(yaml.get("schema")),
        text(yaml.get("unmapped")),
        texts(yaml.get("drop")),
        texts(own.get("signs")),
        texts(own.get("roots")),
        list(yaml.get("sections")).stream().map(node -> section(map(node))).toList());
  }

  private static Section section(Map<String, Object> yaml) {
    Map<String, Object> logsource = map(yaml.get("logsource"));
    Map<String, List<String>> when = new LinkedHashMap<>();
    map(yaml.get("when")).forEach((field, values) -> when.put(field, texts(values)));
    Map<String, List<Section.Target>> fields = new LinkedHashMap<>();
    map(yaml.get("fields")).forEach((field, targets) -> fields.put(field, targets(targets)));
    return new Section(
        new Logsource(
            text(logsource.get("product")),
            text(logsource.get("category")),
            text(logsource.get("service"))),
        when,
        map(yaml.get("set")),
        map(yaml.get("complete")),
        fields,
        text(yaml.get("unmapped")));
  }

  /// `process.pid long` or several such; text when no form is named.
  private static List<Section.Target> targets(@Nullable Object node) {
    List<Section.Target> targets = new ArrayList<>();
    for (String target : texts(node)) {
      int space = target.indexOf(' ');
      String form = space < 0 ? "text" : target.substring(space + 1);
      targets.add(
          new Section.Target(
              space < 0 ? target : target.substring(0, space),
              Form.valueOf(form.toUpperCase(Locale.ROOT))));
    }
    return List.copyOf(targets);
  }

  private static Map<String, Object> map(@Nullable Object node) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  private static List<?> list(@Nullable Object node) {
    return node instanceof List<?> list ? list : List.of();
  }

  private static List<String> texts(@Nullable Object node) {
    return switch (node) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> List.of(node.toString());
    };
  }

  private static String text(@Nullable Object node) {
    return node == null ? "" : node.toString();
  }
}
