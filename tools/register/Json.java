import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON that we trust; nothing more.
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    return new Json(text).value();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  static List<Map<String, Object>> objects(Object value) {
    return ((List<?>) value).stream().map(Json::object).toList();
  }

  static List<Map<String, Object>> objects(Path file) throws IOException {
    return objects(parse(Files.readString(file)));
  }

  private Object value() {
    char c = peek();
    if (c == '{') {
      Map<String, Object> map = new LinkedHashMap<>();
      for (at++; peek() != '}'; skip(',')) {
        String key = string();
        skip(':');
        map.put(key, value());
      }
      at++;
      return map;
    }
    if (c == '[') {
      List<Object> list = new ArrayList<>();
      for (at++; peek() != ']'; skip(',')) {
        list.add(value());
      }
      at++;
      return list;
    }
    return c == '"' ? string() : bare();
  }

  private Object bare() {
    int from = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      return word;
    }
    return word.contains(".") || word.contains("e")
        ? (Object) Double.valueOf(word)
        : Long.valueOf(word);
  }

  private String string() {
    if (peek() != '"') {
      throw new IllegalStateException("a string is expected at " + at);
    }
    StringBuilder out = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        c = text.charAt(++at);
        if (c == 'u') {
          c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
          at += 4;
        } else {
          c = "ntrbf".indexOf(c) < 0 ? c : "\n\t\r\b\f".charAt("ntrbf".indexOf(c));
        }
      }
      out.append(c);
    }
    at++;
    return out.toString();
  }

  private char peek() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private void skip(char separator) {
    if (peek() == separator) {
      at++;
    }
  }
}
