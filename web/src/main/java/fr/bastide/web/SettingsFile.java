package fr.bastide.web;

import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;

/// The file in which an administrator writes settings: UTF-8, a name and a value a line.
final class SettingsFile {

  private static final String PREFIX = "bastide.";

  private SettingsFile() {}

  /// The settings of a file by name; none when there is no such file.
  ///
  /// @throws WebException when it cannot be read, or sets something that is not ours
  static Map<String, String> read(Path file) {
    Map<String, String> settings = new TreeMap<>();
    if (Files.notExists(file)) {
      return settings;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new WebException(
          new Text(
              "Le fichier %s est illisible\u00a0: un fichier texte en UTF-8 est attendu."
                  .formatted(file),
              "The file %s cannot be read: a text file in UTF-8 is expected.".formatted(file)),
          e);
    }
    for (String name : properties.stringPropertyNames()) {
      if (!name.startsWith(PREFIX)) {
        throw unknown(file, name);
      }
      settings.put(name, properties.getProperty(name).strip());
    }
    return settings;
  }

  /// Names that no setting has.
  static WebException unknown(Path file, UnboundConfigurationPropertiesException failure) {
    return unknown(
        file,
        failure.getUnboundProperties().stream()
            .map(property -> property.getName().toString())
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  /// A value that is not of the kind expected.
  static WebException unreadable(Path file, ConfigurationPropertiesBindException failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return new WebException(
        new Text(
            "%s\u00a0: une valeur n’est pas de la bonne forme. Détail\u00a0: %s"
                .formatted(file, deepest.getMessage()),
            "%s: a value is not of the right form. Detail: %s"
                .formatted(file, deepest.getMessage())),
        failure);
  }

  private static WebException unknown(Path file, String names) {
    return new WebException(
        new Text(
            "%s\u00a0: réglage inconnu, %s. Les noms possibles sont dans docs/operating.md."
                .formatted(file, names),
            "%s: unknown setting, %s. The possible names are in docs/operating.md."
                .formatted(file, names)));
  }
}
