package fr.bastide.directory.internal;

import fr.bastide.directory.CountryCode;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// A JSON object being filled; what is empty is left out.
final class JsonMap {

  private final Map<String, Object> fields = new TreeMap<>();

  Map<String, Object> done() {
    return fields;
  }

  JsonMap put(String key, Object value) {
    fields.put(key, value);
    return this;
  }

  JsonMap put(String key, Text text) {
    return put(key, Map.of("fr", text.fr(), "en", text.en()));
  }

  JsonMap put(String key, Enum<?> constant) {
    return put(key, Spelling.of(constant));
  }

  /// The text of a value that is there: an identifier, a date.
  JsonMap text(String key, Optional<?> value) {
    value.ifPresent(there -> put(key, there.toString()));
    return this;
  }

  JsonMap text(String key, String value) {
    return value.isEmpty() ? this : put(key, value);
  }

  JsonMap flag(String key, boolean value) {
    return value ? put(key, true) : this;
  }

  JsonMap object(String key, Map<String, Object> object) {
    return object.isEmpty() ? this : put(key, object);
  }

  JsonMap texts(String key, Collection<?> values) {
    return list(key, values, Object::toString);
  }

  <T> JsonMap list(String key, Collection<T> values, Function<? super T, Object> write) {
    return values.isEmpty() ? this : put(key, values.stream().map(write).toList());
  }

  static BigDecimal euros(Money money) {
    return money.toEuros();
  }

  static BigDecimal degrees(int micro) {
    return BigDecimal.valueOf(micro, 6);
  }

  /// One country as a text, several as a list.
  static Object countries(Collection<CountryCode> countries) {
    return countries.size() == 1
        ? countries.iterator().next().value()
        : countries.stream().map(CountryCode::value).toList();
  }
}
