package fr.bastide.airlock.internal.xml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import java.util.Locale;
import java.util.Optional;

/// Which link targets may leave: places within the document, and `http`, `https` and `mailto` to a
/// plain host name where the policy lets links stay.
public final class WebLinks {

  private static final int MAX_LENGTH = 2_000;

  private WebLinks() {}

  /// What is wrong with a link target; empty when it may stay.
  public static Optional<Threat> fault(String target, Policy.Links links) {
    if (target.startsWith("#") && isClean(target)) {
      return Optional.empty();
    }
    if (!isWeb(target)) {
      return Optional.of(Threat.DANGEROUS_LINK);
    }
    return switch (links) {
      case NONE -> Optional.of(Threat.LINK);
      case WEB -> Optional.empty();
    };
  }

  private static boolean isWeb(String target) {
    String lower = target.toLowerCase(Locale.ROOT);
    if (!isClean(target)) {
      return false;
    }
    if (lower.startsWith("mailto:")) {
      return !lower.contains("attach") && lower.indexOf('\\') < 0;
    }
    int start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
    return start > 0 && isHost(lower, start);
  }

  private static boolean isHost(String lower, int start) {
    int end = start;
    while (end < lower.length() && "/?#".indexOf(lower.charAt(end)) < 0) {
      end++;
    }
    String host = lower.substring(start, end);
    int colon = host.indexOf(':');
    if (colon >= 0) {
      if (!isPort(host.substring(colon + 1))) {
        return false;
      }
      host = host.substring(0, colon);
    }
    boolean letter = false;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      letter |= isLetter;
      if (!isLetter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return letter && host.charAt(0) != '.' && !host.contains("..");
  }

  private static boolean isPort(String port) {
    for (int i = 0; i < port.length(); i++) {
      if (port.charAt(i) < '0' || port.charAt(i) > '9') {
        return false;
      }
    }
    return port.length() <= 5;
  }

  private static boolean isClean(String target) {
    if (target.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c == '\\' || c == '<' || c == '>' || c == '"' || c == '|' || c == '\u007f') {
        return false;
      }
    }
    return true;
  }
}
