package fr.bastide.benchmarks;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The limit we compare with: Jackson's streaming parser that puts each object's values into a map
/// and does nothing else.
final class JacksonLimit {

  private JacksonLimit() {}

  /// Reads JSON objects one after another, and returns how many.
  static long count(byte[] json) {
    long events = 0;
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      Map<String, String> map = new HashMap<>();
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          depth++;
        } else if (token == JsonToken.END_OBJECT) {
          if (--depth == 0) {
            // So that no compiler finds the map useless.
            events += map.isEmpty() ? 0 : 1;
            map = new HashMap<>();
          }
        } else if (token.isScalarValue()) {
          map.put(parser.currentName(), parser.getString());
        }
      }
    }
    return events;
  }
}
