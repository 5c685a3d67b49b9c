package fr.bastide.telemetry.internal.export;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings events into the form of another schema by its data.
public final class Exporter {

  private final ExportData data;

  private Exporter(ExportData data) {
    this.data = data;
  }

  /// The exporter by a file of the folder `export`.
  public static Exporter of(String name) {
    return new Exporter(ExportData.read(name));
  }

  /// The version of the schema.
  public String schema() {
    return data.schema();
  }

  /// The event as nested maps, lists, texts, numbers and truths, in the order of the data; the
  /// members that come `first` win.
  public Map<String, Object> export(Event event, Map<String, Object> first) {
    Tree tree = new Tree();
    first.forEach(tree::put);
    List<Section> sections =
        data.sections().reversed().stream().filter(section -> section.isFor(event)).toList();
    sections.forEach(section -> section.set().forEach(tree::put));
    boolean own =
        data.nativeSigns().stream().anyMatch(sign -> event.find(event.names().id(sign), 0) >= 0);
    if (own) {
      values(event, (i, name) -> putNative(tree, event, i, name));
    }
    values(
        event, (i, name) -> putMapped(tree, event, i, targets(sections, name).orElse(List.of())));
    String unmapped =
        sections.stream()
            .map(Section::unmapped)
            .filter(path -> !path.isEmpty())
            .findFirst()
            .orElse(data.unmapped());
    values(
        event,
        (i, name) -> {
          boolean placed = targets(sections, name).isPresent() || (own && isNative(name));
          if (!placed && data.drop().stream().noneMatch(name::startsWith)) {
            putFlat(tree, unmapped, event, i, name);
          }
        });
    for (Section section : sections) {
      section
          .complete()
          .forEach((path, value) -> {
            if (tree.has(path.substring(0, path.lastIndexOf('.')))) {
              tree.put(path, value);
            }
          });
    }
    return tree.root();
  }

  private interface ValueTaker {
    void take(int i, String name);
  }

  private static void values(Event event, ValueTaker taker) {
    for (int i = 0; i < event.size(); i++) {
      ValueKind kind = event.kind(i);
      String name = event.name(i);
      if (kind != ValueKind.NULL && kind != ValueKind.STRUCTURE && !name.isEmpty()) {
        taker.take(i, name);
      }
    }
  }

  private void putNative(Tree tree, Event event, int i, String name) {
    if (isNative(name)
        && !tree.put(
            name, Form.ASIS.of(event.text(i), event.kind(i)).orElseThrow(), event.field(i))) {
      putFlat(tree, data.unmapped(), event, i, name);
    }
  }

  /// Puts a value where what has no place of its own goes: nothing is lost.
  private void putFlat(Tree tree, String path, Event event, int i, String name) {
    Object value = Form.ASIS.of(event.text(i), event.kind(i)).orElseThrow();
    if (!tree.putFlat(path, name, value, event.field(i))) {
      tree.putFlat(data.unmapped(), name, value, event.field(i));
    }
  }

  private boolean isNative(String name) {
    int dot = name.indexOf('.');
    return data.nativeRoots().contains(dot < 0 ? name : name.substring(0, dot));
  }

  private void putMapped(Tree tree, Event event, int i, List<Section.Target> targets) {
    boolean placed = targets.isEmpty();
    for (Section.Target target : targets) {
      Optional<Object> value = target.form().of(event.text(i), event.kind(i));
      boolean taken = target.form().single() && tree.has(target.path());
      placed |=
          taken || (value.isPresent() && tree.put(target.path(), value.get(), event.field(i)));
    }
    if (!placed) {
      putFlat(tree, data.unmapped(), event, i, event.name(i));
    }
  }

  private static Optional<List<Section.Target>> targets(List<Section> sections, String name) {
    return sections.stream()
        .flatMap(section -> Optional.ofNullable(section.fields().get(name)).stream())
        .findFirst();
  }
}
