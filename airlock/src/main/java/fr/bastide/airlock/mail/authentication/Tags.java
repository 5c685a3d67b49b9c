package fr.bastide.airlock.mail.authentication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A list of tags, as in DKIM, DMARC and ARC (RFC 6376, section 3.2).
record Tags(Map<String, String> all) {

  private static final int MOST = 100;

  Tags {
    all = Map.copyOf(all);
  }

  /// @return empty when it is no such list, or names a tag twice
  static Optional<Tags> of(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(';', at);
      end = end < 0 ? text.length() : end;
      String one = text.substring(at, end).strip();
      at = end + 1;
      if (one.isEmpty()) {
        continue;
      }
      int equals = one.indexOf('=');
      if (equals < 1
          || all.size() == MOST
          || all.put(one.substring(0, equals).strip(), one.substring(equals + 1).strip()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Tags(all));
  }

  /// The value, without any white space in it.
  String get(String tag) {
    String value = all.getOrDefault(tag, "");
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      if (" \t\r\n".indexOf(value.charAt(i)) < 0) {
        out.append(value.charAt(i));
      }
    }
    return out.toString();
  }

  String get(String tag, String otherwise) {
    String value = get(tag);
    return value.isEmpty() ? otherwise : value;
  }

  boolean has(String tag) {
    return all.containsKey(tag);
  }
}
