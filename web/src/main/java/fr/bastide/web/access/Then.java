package fr.bastide.web.access;

import java.util.Optional;

/// The page somebody wanted before having to sign in.
final class Then {

  private static final int LONGEST = 500;

  private Then() {}

  /// The path, if it is one of ours: nothing that a browser would read as another site.
  static Optional<String> safe(String path) {
    boolean own =
        path.length() <= LONGEST
            && path.startsWith("/")
            && !path.startsWith("//")
            && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    return own ? Optional.of(path) : Optional.empty();
  }
}
