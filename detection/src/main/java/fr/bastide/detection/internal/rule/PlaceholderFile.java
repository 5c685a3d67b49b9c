package fr.bastide.detection.internal.rule;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Place;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a YAML file of placeholder values.
public final class PlaceholderFile {

  private PlaceholderFile() {}

  /// The values by name.
  ///
  /// @throws DetectionException when the file is not a map of names and values
  public static Map<String, List<String>> read(String name, InputStream input) throws IOException {
    byte[] bytes = input.readNBytes(DocumentReader.MAX_BYTES + 1);
    try {
      if (bytes.length > DocumentReader.MAX_BYTES) {
        throw new Refused(0, DocumentReader.tooLarge().fr(), DocumentReader.tooLarge().en());
      }
      Map<String, List<String>> values = new HashMap<>();
      for (Yaml document : YamlDocuments.read(new String(bytes, StandardCharsets.UTF_8))) {
        Fields fields = Fields.of("placeholders", document);
        for (String key : fields.entries().keySet()) {
          values.put(key, fields.texts(key));
        }
      }
      return values;
    } catch (Refused refused) {
      Place place = new Place(name, refused.line());
      throw new DetectionException(
          new Text(
              place + "\u00a0: " + refused.reason().fr(), place + ": " + refused.reason().en()),
          refused);
    }
  }
}
