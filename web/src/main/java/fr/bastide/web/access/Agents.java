package fr.bastide.web.access;

import java.util.List;
import java.util.Optional;

/// Names a browser and its system for a person who wonders which device that was.
final class Agents {

  /// In the order in which they are looked for: the later ones claim to be the earlier ones.
  private static final List<String[]> BROWSERS =
      List.of(
          new String[] {"Edg/", "Edge"},
          new String[] {"OPR/", "Opera"},
          new String[] {"Firefox/", "Firefox"},
          new String[] {"Chrome/", "Chrome"},
          new String[] {"Safari/", "Safari"},
          new String[] {"curl/", "curl"});

  private static final List<String[]> SYSTEMS =
      List.of(
          new String[] {"Android", "Android"},
          new String[] {"iPhone", "iPhone"},
          new String[] {"iPad", "iPad"},
          new String[] {"Windows", "Windows"},
          new String[] {"Mac OS X", "macOS"},
          new String[] {"CrOS", "ChromeOS"},
          new String[] {"Linux", "Linux"});

  private Agents() {}

  /// Such as `Firefox, Linux`; empty for what is not known. Never the text itself, which is
  /// whatever a client likes to send.
  static String name(Optional<String> header) {
    String text = header.orElse("");
    Optional<String> browser = first(BROWSERS, text);
    Optional<String> system = first(SYSTEMS, text);
    return browser
        .map(b -> system.map(s -> b + ", " + s).orElse(b))
        .orElseGet(() -> system.orElse(""));
  }

  private static Optional<String> first(List<String[]> known, String text) {
    return known.stream().filter(k -> text.contains(k[0])).map(k -> k[1]).findFirst();
  }
}
