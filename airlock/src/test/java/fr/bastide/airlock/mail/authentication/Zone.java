package fr.bastide.airlock.mail.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A DNS of a test's own.
final class Zone implements Dns {

  private final Map<String, List<String>> records = new TreeMap<>();
  private final List<String> silent = new ArrayList<>();
  private int asked;

  Zone with(String name, Kind kind, String... values) {
    records.computeIfAbsent(kind + " " + name, n -> new ArrayList<>()).addAll(List.of(values));
    return this;
  }

  Zone text(String name, String... values) {
    return with(name, Kind.TXT, values);
  }

  /// No server answers for this name.
  Zone silent(String name) {
    silent.add(name);
    return this;
  }

  int asked() {
    return asked;
  }

  @Override
  public Answer ask(String name, Kind kind) {
    asked++;
    String plain = name.toLowerCase(Locale.ROOT);
    if (silent.contains(plain)) {
      return new Answer.Unavailable();
    }
    List<String> found = records.getOrDefault(kind + " " + plain, List.of());
    return found.isEmpty() ? new Answer.Nothing() : new Answer.Found(found);
  }
}
