package fr.bastide.gateway.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The fields of a query or a small form (`application/x-www-form-urlencoded`), within bounds.
final class FormFields {

  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_FIELDS = 50;

  private FormFields() {}

  /// @throws IOException when the body is too large
  static Map<String, String> read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("form too large");
    }
    return parse(new String(bytes, StandardCharsets.UTF_8));
  }

  /// The fields of a text; what is no field is left out.
  static Map<String, String> parse(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    int from = 0;
    while (from <= text.length() && fields.size() < MOST_FIELDS) {
      int end = text.indexOf('&', from);
      String pair = text.substring(from, end < 0 ? text.length() : end);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
      if (end < 0) {
        break;
      }
      from = end + 1;
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
