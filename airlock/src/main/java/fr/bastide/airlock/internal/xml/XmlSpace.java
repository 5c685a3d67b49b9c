package fr.bastide.airlock.internal.xml;

import fr.bastide.airlock.internal.Resources;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/// One namespace of which the airlock knows the names.
///
/// @param prefix the prefix that rules and code call it by, whatever a document calls it
/// @param elements local names of its elements
/// @param attributes names of attributes without prefix on its elements
/// @param qualified local names of attributes with its prefix, on any element
public record XmlSpace(
    String prefix, Set<String> elements, Set<String> attributes, Set<String> qualified) {

  static XmlSpace read(String prefix, Map<String, Object> data) {
    return new XmlSpace(
        prefix, names(data, "elements"), names(data, "attributes"), names(data, "qualified"));
  }

  private static Set<String> names(Map<String, Object> data, String key) {
    return data.containsKey(key) ? words(Resources.string(data, key)) : Set.of();
  }

  /// The words of a text, as the resources list names.
  public static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    StringTokenizer tokens = new StringTokenizer(text);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
