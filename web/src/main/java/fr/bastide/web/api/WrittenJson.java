package fr.bastide.web.api;

import fr.bastide.kernel.Money;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes records as JSON: components as fields in their order, absent ones left out, constants as
/// [Spelling] has them, money in euros, and for a record of a closed family its `kind` first.
final class WrittenJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          Stream.of(components).forEach(c -> c.getAccessor().setAccessible(true));
          return components;
        }
      };

  private WrittenJson() {}

  /// The JSON of a value, UTF-8.
  static byte[] of(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json =
        FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      write(json, value);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case Enum<?> constant -> json.writeString(Spelling.of(constant));
      case Money money -> json.writeNumber(money.toEuros());
      case Map<?, ?> map -> map(json, map);
      case Set<?> set ->
          list(json, set.stream().sorted(Comparator.comparing(WrittenJson::plain)).toList());
      case Collection<?> list -> list(json, list);
      default -> other(json, value);
    }
  }

  private static void other(JsonGenerator json, Object value) {
    if (Scalar.of(value.getClass()).isPresent()) {
      json.writeString(value.toString());
    } else if (value instanceof Record members) {
      record(json, members);
    } else {
      throw new IllegalStateException("the API does not write " + value.getClass());
    }
  }

  private static void list(JsonGenerator json, Collection<?> list) {
    json.writeStartArray();
    list.forEach(element -> write(json, element));
    json.writeEndArray();
  }

  private static void map(JsonGenerator json, Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(plain(key), value));
    json.writeStartObject();
    sorted.forEach((key, value) -> {
      json.writeName(key);
      write(json, value);
    });
    json.writeEndObject();
  }

  private static void record(JsonGenerator json, Record members) {
    json.writeStartObject();
    if (family(members.getClass()).isPresent()) {
      json.writeStringProperty("kind", Spelling.of(members.getClass()));
    }
    for (RecordComponent component : COMPONENTS.get(members.getClass())) {
      Object value = component(members, component);
      if (value instanceof Optional<?> maybe) {
        maybe.ifPresent(found -> {
          json.writeName(component.getName());
          write(json, found);
        });
      } else {
        json.writeName(component.getName());
        write(json, value);
      }
    }
    json.writeEndObject();
  }

  /// The closed family to which a record belongs, if it does.
  static Optional<Class<?>> family(Class<?> type) {
    return Stream.<Class<?>>of(type.getInterfaces()).filter(Class::isSealed).findFirst();
  }

  private static Object component(Record members, RecordComponent component) {
    try {
      return component.getAccessor().invoke(members);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot read " + component, impossible);
    }
  }

  private static String plain(Object key) {
    return key instanceof Enum<?> constant ? Spelling.of(constant) : key.toString();
  }
}
