package fr.bastide.telemetry.export;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.internal.export.Exporter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes events in the Open Cybersecurity Schema Framework.
///
/// Events of a kind without a class of their own are Base Events (class 0); what a class has no
/// place for stands under `unmapped`, by its own name. An event that tells no time has the time 0.
/// The mapping is data: `export/ocsf.yaml`. Safe to share between threads.
///
/// @see <a href="https://schema.ocsf.io/">OCSF schema</a>
public final class OcsfWriter {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Exporter exporter = Exporter.of("ocsf");

  /// A writer by the built-in mapping.
  public OcsfWriter() {}

  /// The event as one JSON object without line ends.
  public String json(Event event) {
    return JSON.writeValueAsString(object(event));
  }

  /// The event as nested maps, for those who have members to add; a fresh object, theirs to change.
  public Map<String, Object> object(Event event) {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("time", event.time() == Event.NO_TIME ? 0L : Math.floorDiv(event.time(), 1_000L));
    first.put("metadata.version", exporter.schema());
    first.put("metadata.product.name", "Bastide");
    first.put("metadata.product.vendor_name", "Bastide");
    if (!event.source().tenant().isEmpty()) {
      first.put("metadata.tenant_uid", event.source().tenant());
    }
    if (!event.source().name().isEmpty()) {
      first.put("metadata.log_source", event.source().name());
    }
    Map<String, Object> object = exporter.export(event, first);
    object.put("type_uid", 100L * number(object, "class_uid") + number(object, "activity_id"));
    return object;
  }

  private static long number(Map<String, Object> object, String member) {
    return object.get(member) instanceof Number number ? number.longValue() : 0;
  }
}
