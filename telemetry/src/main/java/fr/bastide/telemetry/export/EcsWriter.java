package fr.bastide.telemetry.export;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.internal.export.Exporter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes events in the Elastic Common Schema.
///
/// What the schema has no place for stands under `winlog.event_data` for Windows events and under
/// `bastide` for others, by its own name. The mapping is data: `export/ecs.yaml`. Safe to share
/// between threads.
///
/// @see <a href="https://www.elastic.co/docs/reference/ecs">ECS reference</a>
public final class EcsWriter {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Exporter exporter = Exporter.of("ecs");

  /// A writer by the built-in mapping.
  public EcsWriter() {}

  /// The event as one JSON object without line ends.
  public String json(Event event) {
    return JSON.writeValueAsString(object(event));
  }

  /// The event as nested maps, for those who have members to add; a fresh object, theirs to change.
  public Map<String, Object> object(Event event) {
    Map<String, Object> first = new LinkedHashMap<>();
    if (event.time() != Event.NO_TIME) {
      first.put("@timestamp", Moments.text(event.time()));
    }
    first.put("ecs.version", exporter.schema());
    if (!event.source().tenant().isEmpty()) {
      first.put("organization.id", event.source().tenant());
    }
    if (!event.source().name().isEmpty()) {
      first.put("log.file.path", event.source().name());
    }
    return exporter.export(event, first);
  }
}
