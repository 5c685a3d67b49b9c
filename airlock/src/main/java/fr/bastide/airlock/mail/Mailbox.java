package fr.bastide.airlock.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/// An address with the name it shows (RFC 5322, section 3.4).
///
/// @param name as shown, decoded; may be empty
/// @param local what stands before the at sign, unquoted
/// @param domain in ASCII and lower case, or an address in brackets
public record Mailbox(String name, String local, String domain) {

  private static final int LONGEST_LOCAL = 128;
  private static final int LONGEST_DOMAIN = 253;
  private static final int LONGEST_QUOTED = 200;
  private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

  /// An address without a name.
  ///
  /// @return empty when it is none that can be written
  public static Optional<Mailbox> address(String text) {
    return address("", text);
  }

  static Optional<Mailbox> address(String name, String text) {
    String spec = lastWord(text.strip());
    int at = spec.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    String local = unquoted(spec.substring(0, at));
    if (local.isEmpty()
        || local.length() > LONGEST_LOCAL
        || !local.chars().allMatch(c -> c == '.' || isAtom(c))) {
      return Optional.empty();
    }
    return domain(spec.substring(at + 1)).map(d -> new Mailbox(name, local, d));
  }

  private static String lastWord(String text) {
    int space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
    return text.substring(space + 1);
  }

  private static String unquoted(String local) {
    boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
    return quoted ? local.substring(1, local.length() - 1) : local;
  }

  /// A domain in ASCII and lower case.
  static Optional<String> domain(String raw) {
    if (raw.startsWith("[") && raw.endsWith("]")) {
      boolean literal =
          raw.length() < 60
              && raw.substring(1, raw.length() - 1)
                  .chars()
                  .allMatch(
                      c -> c < 0x7f && (Character.isLetterOrDigit(c) || ":.".indexOf(c) >= 0));
      return literal ? Optional.of(raw) : Optional.empty();
    }
    String ascii;
    try {
      ascii = raw.length() > LONGEST_DOMAIN ? "" : IDN.toASCII(raw, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
    String domain = ascii.toLowerCase(Locale.ROOT);
    domain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    if (domain.isEmpty() || domain.length() > LONGEST_DOMAIN) {
      return Optional.empty();
    }
    for (String label : domain.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > 63 || !label.chars().allMatch(Mailbox::inLabel)) {
        return Optional.empty();
      }
    }
    return Optional.of(domain);
  }

  private static boolean inLabel(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /// The bare address, its left part quoted where it must be.
  public String address() {
    return (isDotAtom() ? local : quoted(local)) + "@" + domain;
  }

  /// Dots at the ends or in a row are in use, and must be quoted.
  private boolean isDotAtom() {
    return !local.startsWith(".") && !local.endsWith(".") && !local.contains("..");
  }

  private static boolean isAtom(int c) {
    return (c < 0x7f && Character.isLetterOrDigit(c)) || ATOM.indexOf(c) >= 0;
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /// As it leaves in a header.
  String written() {
    if (name.isEmpty()) {
      return address();
    }
    String shown = name;
    if (!HeaderText.isPlain(name) || name.length() > LONGEST_QUOTED) {
      shown = HeaderText.words(name);
    } else if (!name.chars().allMatch(c -> c == ' ' || isAtom(c))) {
      shown = quoted(name);
    }
    return shown + " <" + address() + ">";
  }

  Mailbox named(String other) {
    return new Mailbox(other, local, domain);
  }
}
