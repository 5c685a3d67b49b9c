package fr.bastide.web.api;

import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON that programs send into records, strictly: what is missing, unknown, twice there
/// or of the wrong type is refused with its place. A missing list or map is empty; a missing
/// [Optional] too.
final class SentJson {

  /// The most bytes of one request, files left out.
  static final int MAX_BYTES = 256_000;

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NUMBER = 30;
  private static final int MAX_SHOWN = 60;
  private static final double MOST_EUROS = 1e12;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private SentJson() {}

  /// The record that was sent.
  ///
  /// @throws Invalid when it is not JSON, or not of this shape
  static <T extends Record> T read(byte[] json, Class<T> type) {
    JsonNode node;
    try {
      node = STRICT.readTree(json);
    } catch (JacksonException malformed) {
      throw notJson(malformed);
    } catch (NumberFormatException absurd) {
      // Jackson reads an exponent of fourteen digits, and BigDecimal does not.
      throw wrong("", "un JSON aux nombres mesurés", "JSON with numbers within measure");
    }
    return type.cast(record(node, type, ""));
  }

  private static Object value(JsonNode node, Type type, String at) {
    if (type instanceof ParameterizedType generic) {
      return container(node, generic, at);
    }
    Class<?> plain = (Class<?>) type;
    Optional<Scalar> scalar = Scalar.of(plain);
    if (scalar.isPresent()) {
      return scalar.get().read(string(node, at), at);
    }
    if (plain.isEnum()) {
      return constant(plain, string(node, at), at);
    }
    if (plain == Money.class) {
      return money(node, at);
    }
    return plain.isRecord() ? record(node, plain, at) : primitive(node, plain, at);
  }

  private static Object primitive(JsonNode node, Class<?> type, String at) {
    if (type == String.class) {
      return string(node, at);
    }
    if (type == int.class || type == Integer.class) {
      if (node.isIntegralNumber() && node.canConvertToInt()) {
        return node.intValue();
      }
      throw wrong(at, "un nombre entier", "a whole number");
    }
    if (type == double.class || type == Double.class) {
      if (node.isNumber() && node.asDoubleOpt().isPresent()) {
        return node.asDoubleOpt().getAsDouble();
      }
      throw wrong(at, "un nombre", "a number");
    }
    if (type == boolean.class || type == Boolean.class) {
      if (node.isBoolean()) {
        return node.booleanValue();
      }
      throw wrong(at, "true ou false", "true or false");
    }
    throw new IllegalStateException("the API sends no " + type);
  }

  private static Object container(JsonNode node, ParameterizedType type, String at) {
    Type[] inner = type.getActualTypeArguments();
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Optional.class) {
      return Optional.of(value(node, inner[0], at));
    }
    if (raw == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      fields(node, at)
          .forEach(e -> {
            String within = under(at, e.getKey());
            map.put(text(e.getKey(), within), value(e.getValue(), inner[1], within));
          });
      return map;
    }
    if (!node.isArray()) {
      throw wrong(at, "une liste", "a list");
    }
    List<Object> list = new ArrayList<>();
    for (JsonNode element : node) {
      list.add(value(element, inner[0], at + "[" + list.size() + "]"));
    }
    return raw == Set.class ? new LinkedHashSet<>(list) : list;
  }

  private static Object record(JsonNode node, Class<?> type, String at) {
    Set<Map.Entry<String, JsonNode>> sent = fields(node, at);
    RecordComponent[] components = type.getRecordComponents();
    Set<String> known = new HashSet<>();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      known.add(name);
      types[i] = components[i].getType();
      JsonNode found = node.get(name);
      values[i] =
          found == null || found.isNull()
              ? absent(components[i], under(at, name))
              : value(found, components[i].getGenericType(), under(at, name));
    }
    for (Map.Entry<String, JsonNode> field : sent) {
      if (!known.contains(field.getKey())) {
        throw unknown(under(at, field.getKey()), components);
      }
    }
    return made(type, types, values);
  }

  private static Object made(Class<?> type, Class<?>[] types, Object[] values) {
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof Invalid invalid) {
        throw invalid;
      }
      throw new IllegalStateException("the record refuses what it was offered: " + type, refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("every record has its constructor: " + type, impossible);
    }
  }

  private static Object absent(RecordComponent component, String at) {
    Class<?> type = component.getType();
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    throw new Invalid(
        at,
        new Text(
            "Le champ «\u00a0%s\u00a0» manque.".formatted(at),
            "The field “%s” is missing.".formatted(at)));
  }

  private static Set<Map.Entry<String, JsonNode>> fields(JsonNode node, String at) {
    if (!node.isObject()) {
      throw wrong(at, "un objet JSON", "a JSON object");
    }
    return node.properties();
  }

  private static String string(JsonNode node, String at) {
    if (!node.isString()) {
      throw wrong(at, "un texte", "a text");
    }
    return text(node.stringValue(), at);
  }

  /// Refuses what no database keeps and no page shows: NUL, and halves of characters.
  private static String text(String text, String at) {
    boolean whole =
        text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    if (!whole) {
      throw wrong(
          at, "un texte sans caractère nul ni incomplet", "a text without NUL or half characters");
    }
    return text;
  }

  private static Object constant(Class<?> type, String written, String at) {
    String all = Spelling.constants(type).map(Spelling::of).collect(Collectors.joining(", "));
    return Spelling.read(type, written)
        .orElseThrow(() -> wrong(at, "l’une de ces valeurs\u00a0: " + all, "one of: " + all));
  }

  private static Money money(JsonNode node, String at) {
    boolean sane =
        node.isNumber() && Math.abs(node.asDoubleOpt().orElse(Double.MAX_VALUE)) <= MOST_EUROS;
    BigDecimal euros = sane ? node.decimalValue().stripTrailingZeros() : BigDecimal.ZERO;
    if (!sane || euros.scale() > 2) {
      throw wrong(
          at,
          "un montant en euros, deux décimales au plus",
          "an amount in euros, two decimals at most");
    }
    return new Money(euros.movePointRight(2).longValueExact());
  }

  private static String under(String at, String name) {
    String shown = name.length() > MAX_SHOWN ? name.substring(0, MAX_SHOWN) + "…" : name;
    shown = readable(shown);
    return at.isEmpty() ? shown : at + "." + shown;
  }

  /// A name that somebody sent, fit to be told back.
  private static String readable(String name) {
    StringBuilder readable = new StringBuilder(name.length());
    name.codePoints()
        .map(c ->
            Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\ufffd' : c)
        .forEach(readable::appendCodePoint);
    return readable.toString();
  }

  private static Invalid wrong(String at, String fr, String en) {
    return at.isEmpty()
        ? new Invalid("", new Text("Il faut " + fr + ".", "What is sent must be " + en + "."))
        : new Invalid(
            at,
            new Text(
                "Le champ «\u00a0%s\u00a0» doit être %s.".formatted(at, fr),
                "The field “%s” must be %s.".formatted(at, en)));
  }

  private static Invalid unknown(String at, RecordComponent[] components) {
    String all =
        List.of(components).stream()
            .map(RecordComponent::getName)
            .collect(Collectors.joining(", "));
    return new Invalid(
        at,
        new Text(
            "Le champ «\u00a0%s\u00a0» n’existe pas ici. Champs possibles\u00a0: %s."
                .formatted(at, all),
            "There is no field “%s” here. Possible fields: %s.".formatted(at, all)));
  }

  private static Invalid notJson(JacksonException malformed) {
    int line =
        malformed.getLocation() == null ? 1 : Math.max(1, malformed.getLocation().getLineNr());
    return new Invalid(
        "",
        new Text(
            "Ce qui est envoyé n’est pas du JSON bien formé (ligne %d), ou répète un champ."
                .formatted(line),
            "What is sent is not well-formed JSON (line %d), or repeats a field.".formatted(line)));
  }
}
