package fr.bastide.web.frame;

/// One page in the navigation.
///
/// @param stage under which stage of the loop
/// @param key the key of its name
/// @param path where it is, such as `/flash`; entries below that path belong to it
public record NavigationEntry(Stage stage, String key, String path) {

  /// Whether a page belongs to this entry.
  boolean holds(String page) {
    return page.equals(path) || page.startsWith(path + "/");
  }
}
