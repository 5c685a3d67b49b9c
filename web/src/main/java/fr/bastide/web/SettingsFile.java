package fr.bastide.web;

import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
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
  private static final int MAX_BYTES = 64_000;
  private static final int MAX_SHOWN = 200;

  private SettingsFile() {}

  /// The settings of a file by name; none when there is no such file.
  ///
  /// @throws WebException when it cannot be read, or sets something that is not ours
  static Map<String, String> read(Path file) {
    if (Files.notExists(file)) {
      return new TreeMap<>();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(file, in.readNBytes(MAX_BYTES + 1));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /// The settings that a file holds.
  static Map<String, String> read(Path file, byte[] content) {
    if (content.length > MAX_BYTES) {
      throw new WebException(
          new Text(
              "%s\u00a0: ce fichier est trop long, 64\u00a0Ko au plus.".formatted(file),
              "%s: this file is too long, 64 KB at most.".formatted(file)));
    }
    Properties properties = new Properties();
    try {
      CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
      properties.load(new StringReader(utf8.decode(ByteBuffer.wrap(content)).toString()));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    Map<String, String> settings = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (!name.startsWith(PREFIX) || !named(name)) {
        throw unknown(file, name);
      }
      settings.put(name, properties.getProperty(name).strip());
    }
    return settings;
  }

  /// A value as Spring takes it on its command line: what looks like one of its placeholders is a
  /// part of the text, for instance of a password.
  static String escaped(String value) {
    return value.replace("${", "\\${");
  }

  /// Whether this could name a setting: anything else would mean something to the command line of
  /// Spring.
  private static boolean named(String name) {
    return name.chars()
        .allMatch(c ->
            c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '.'
                || c == '-'
                || c == '_');
  }

  private static WebException unreadable(Path file, Exception cause) {
    return new WebException(
        new Text(
            "Le fichier %s est illisible\u00a0: un fichier texte en UTF-8 est attendu."
                .formatted(file),
            "The file %s cannot be read: a text file in UTF-8 is expected.".formatted(file)),
        cause);
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
    String shown = names.length() > MAX_SHOWN ? names.substring(0, MAX_SHOWN) + "…" : names;
    return new WebException(
        new Text(
            "%s\u00a0: réglage inconnu, %s. Les noms possibles sont dans docs/operating.md."
                .formatted(file, shown),
            "%s: unknown setting, %s. The possible names are in docs/operating.md."
                .formatted(file, shown)));
  }
}
