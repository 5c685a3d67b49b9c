package fr.bastide.telemetry.internal.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The files of the folder `taxonomy`, read once.
///
/// @param entries the entries of all files, in order
/// @param alone categories that an event may name without a product
record MappingFiles(List<Map<?, ?>> entries, Set<String> alone) {

  private static final String FOLDER = "/fr/bastide/telemetry/taxonomy/";

  /// Read when first asked for, and kept.
  private static final class Holder {
    private static final MappingFiles BUILTIN = read();
  }

  static MappingFiles builtin() {
    return Holder.BUILTIN;
  }

  private static MappingFiles read() {
    Map<?, ?> index = load("index");
    List<Map<?, ?>> entries = new ArrayList<>();
    for (String file : Yaml.texts(index.get("files"))) {
      for (Object entry : Yaml.list(load(file).get("entries"))) {
        entries.add(Yaml.map(entry));
      }
    }
    return new MappingFiles(
        List.copyOf(entries), new LinkedHashSet<>(Yaml.texts(index.get("alone"))));
  }

  static Map<?, ?> load(String file) {
    String path = FOLDER + file + ".yaml";
    try (InputStream in = MappingFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("mapping file " + path + " is missing");
      }
      LoadSettings settings = LoadSettings.builder().setLabel(path).build();
      Object loaded = new Load(settings).loadFromInputStream(in);
      return Yaml.map(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
