package fr.bastide.web.body;

import java.util.List;

/// The one thing to do next, as the one button of a page.
///
/// @param key the key of its wording
/// @param arguments what fills the wording
/// @param path where the button leads
public record NextStep(String key, List<Object> arguments, String path) {

  public NextStep {
    arguments = List.copyOf(arguments);
  }

  static NextStep to(String path, String key, Object... arguments) {
    return new NextStep(key, List.of(arguments), path);
  }
}
