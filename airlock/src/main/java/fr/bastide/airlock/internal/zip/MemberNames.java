package fr.bastide.airlock.internal.zip;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;

/// Names of members in a container.
public final class MemberNames {

  private static final int MAX_NAME = 512;

  private MemberNames() {}

  /// The name with `/` between its parts.
  ///
  /// @throws RefusedException with [Reason#PATH_TRICK] when it leaves the folder, names a drive or
  ///   holds control characters or marks that turn the direction of writing
  public static String checked(String raw) {
    String name = raw.replace('\\', '/');
    if (name.isEmpty() || name.length() > MAX_NAME || name.startsWith("/") || name.contains(":")) {
      throw new RefusedException(Reason.PATH_TRICK, "");
    }
    for (int i = 0; i < name.length(); i++) {
      if (isTrick(name.charAt(i))) {
        throw new RefusedException(Reason.PATH_TRICK, "");
      }
    }
    for (int from = 0; from <= name.length(); ) {
      int slash = name.indexOf('/', from);
      int to = slash < 0 ? name.length() : slash;
      String part = name.substring(from, to);
      if (part.equals("..") || part.equals(".") || (part.isEmpty() && to < name.length())) {
        throw new RefusedException(Reason.PATH_TRICK, "");
      }
      from = to + 1;
    }
    return name;
  }

  private static boolean isTrick(char c) {
    return c < ' '
        || (c >= '\u007f' && c <= '\u009f')
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\ufeff';
  }
}
