package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Policy;
import java.util.List;
import java.util.Locale;

/// Which addresses may stand in what leaves.
final class Web {

  private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:");

  private Web() {}

  /// Whether a link leads where policy allows: a place in the same document, or the web when links
  /// stay.
  static boolean allowed(String target, Policy policy) {
    return target.startsWith("#") || web(target, policy);
  }

  static boolean web(String target, Policy policy) {
    if (policy.links() == Policy.Links.NONE) {
      return false;
    }
    String small = target.toLowerCase(Locale.ROOT);
    return SCHEMES.stream().anyMatch(small::startsWith)
        && small.chars().allMatch(c -> c > ' ' && c != '\\' && c != '<' && c != '>' && c != '"');
  }
}
