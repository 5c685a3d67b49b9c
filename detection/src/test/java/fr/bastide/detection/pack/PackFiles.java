package fr.bastide.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.detection.Correlation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The files of the built-in pack, for tests.
final class PackFiles {

  private static final String FOLDER = "/fr/bastide/detection/pack/";

  private PackFiles() {}

  static String text(String name) {
    try (InputStream in = PackFiles.class.getResourceAsStream(FOLDER + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /// The names of the files in a folder of the pack, without ending, sorted.
  static List<String> names(String folder) throws IOException {
    URL found = PackFiles.class.getResource(FOLDER + folder);
    assertThat(found).as(folder).isNotNull();
    URI place;
    try {
      place = found.toURI();
    } catch (URISyntaxException wrong) {
      throw new AssertionError(wrong);
    }
    Assumptions.assumeTrue(
        place.getScheme().equals("file"), "the pack is in a jar: its files cannot be listed");
    try (Stream<Path> files = Files.list(Path.of(place))) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .sorted()
          .toList();
    }
  }

  static void conforms(String schema, String name) {
    Schema rules =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(schema), InputFormat.JSON);
    assertThat(rules.validate(text(name), InputFormat.YAML)).as(name).isEmpty();
  }

  /// What every rule and correlation of the pack says of itself.
  static List<RuleInfo> infos() {
    var book = BuiltinPack.get().library().book();
    return Stream.concat(
            book.rules().stream().map(Rule::info),
            book.correlations().stream().map(Correlation::info))
        .toList();
  }
}
