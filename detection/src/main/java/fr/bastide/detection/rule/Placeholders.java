package fr.bastide.detection.rule;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.internal.rule.PlaceholderFile;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What placeholders such as `%Servers%` stand for (Sigma rules specification, "Placeholders").
///
/// @param values for each name, without percent signs, one or more values; `*` and `?` are
///   wildcards in them
public record Placeholders(Map<String, List<String>> values) {

  /// No values: rules with placeholders are refused.
  public static final Placeholders NONE = new Placeholders(Map.of());

  public Placeholders {
    Map<String, List<String>> copy = new HashMap<>();
    values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    values = Map.copyOf(copy);
  }

  /// Reads a YAML file with a list of values, or one value, for each name.
  ///
  /// @throws DetectionException when it cannot be read; says which line is wrong
  public static Placeholders read(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      return new Placeholders(PlaceholderFile.read(file.toString(), input));
    } catch (IOException failure) {
      throw new DetectionException(
          new Text(
              "Le fichier de paramètres «\u00a0"
                  + file
                  + "\u00a0» ne peut pas être lu\u00a0: "
                  + "vérifiez le chemin.",
              "The placeholder file '" + file + "' cannot be read: check the path."),
          failure);
    }
  }
}
