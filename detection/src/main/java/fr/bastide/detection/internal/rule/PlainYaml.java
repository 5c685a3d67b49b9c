package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Small YAML files beside the rules, read within the same bounds as rules and given as plain
/// values: `Map<String, Object>` in the order written, `List<Object>`, `String`, `BigDecimal`,
/// `Boolean`, and [#NULL].
public final class PlainYaml {

  /// What stands for null.
  public static final Optional<Object> NULL = Optional.empty();

  private PlainYaml() {}

  /// The documents of a file; none when it cannot be read: then `refusals` has been told why.
  public static List<Object> read(String file, byte[] bytes, Consumer<Refusal> refusals) {
    try {
      List<Object> documents = new ArrayList<>();
      for (Yaml document : YamlDocuments.read(text(bytes))) {
        documents.add(value(document));
      }
      return documents;
    } catch (Refused refused) {
      refusals.accept(new Refusal(new Place(file, refused.line()), "", refused.reason()));
      return List.of();
    }
  }

  private static String text(byte[] bytes) throws Refused {
    if (bytes.length > YamlDocuments.MAX_CHARS) {
      throw new Refused(
          0,
          "Ce fichier est trop grand\u00a0: un mégaoctet au plus, répartissez-le.",
          "This file is too large: one megabyte at most, spread it over several.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(
          0,
          "Ce fichier n’est pas du texte en UTF-8\u00a0: enregistrez-le dans ce codage.",
          "This file is not UTF-8 text: save it in that encoding.");
    }
  }

  /// Recursion is as deep as [YamlDocuments] lets a document be.
  private static Object value(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Mapping(Map<String, Yaml.Entry> entries, int _) -> {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, entry) -> map.put(key, value(entry.value())));
        yield map;
      }
      case Yaml.Sequence(List<Yaml> items, int _) -> {
        List<Object> list = new ArrayList<>(items.size());
        items.forEach(item -> list.add(value(item)));
        yield list;
      }
      case Yaml.Scalar scalar -> value(scalar);
    };
  }

  private static Object value(Yaml.Scalar scalar) {
    if (scalar.isNull()) {
      return NULL;
    }
    String text = scalar.text();
    if (!scalar.plain()) {
      return text;
    }
    Optional<BigDecimal> number = Decimals.parse(text);
    if (number.isPresent()) {
      return number.get();
    }
    return text.equals("true") || text.equals("false") ? (Object) text.equals("true") : text;
  }
}
