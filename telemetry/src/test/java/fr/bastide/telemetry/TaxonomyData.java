package fr.bastide.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The mapping files and the samples beside the tests, as plain maps.
final class TaxonomyData {

  private static final String MAIN = "/fr/bastide/telemetry/taxonomy/";

  private TaxonomyData() {}

  /// The mapping files in the order of the index.
  static List<String> files() {
    return list(load(MAIN + "index.yaml").get("files")).stream().map(String::valueOf).toList();
  }

  static List<Map<?, ?>> entries(String file) {
    return maps(load(mapping(file)).get("entries"));
  }

  /// The path of a mapping file; the samples stand under the same name in a folder of their own.
  static String mapping(String file) {
    return MAIN + file + ".yaml";
  }

  static List<Map<?, ?>> samples(String file) {
    return maps(load("/fr/bastide/telemetry/taxonomy-samples/" + file + ".yaml").get("samples"));
  }

  static Map<?, ?> load(String path) {
    try (InputStream in = TaxonomyData.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError(path + " is missing");
      }
      LoadSettings settings = LoadSettings.builder().setLabel(path).build();
      return (Map<?, ?>) new Load(settings).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<?, ?>> maps(@Nullable Object node) {
    List<Map<?, ?>> maps = new ArrayList<>();
    list(node).forEach(item -> maps.add((Map<?, ?>) item));
    return maps;
  }

  static List<?> list(@Nullable Object node) {
    return node instanceof List<?> list ? list : List.of();
  }
}
