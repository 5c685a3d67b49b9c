package fr.bastide.detection.pack;

import fr.bastide.telemetry.Logsource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An event of a sample.
public sealed interface SampleEvent {

  /// When it happens, and how often; `{n}` in its values is then 1, 2, 3 and so on.
  SampleTiming timing();

  /// An event given by its fields, with the names rules ask for.
  ///
  /// @param logsource where it comes from
  /// @param fields texts, numbers, truths, lists and maps, in the order written; null is an empty
  ///   [java.util.Optional]
  record Made(Logsource logsource, Map<String, Object> fields, SampleTiming timing)
      implements SampleEvent {

    public Made {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// An event given as the line that its source writes.
  ///
  /// @param format one of [fr.bastide.telemetry.Formats#names()]
  /// @param line without its end
  record Raw(String format, String line, SampleTiming timing) implements SampleEvent {}
}
