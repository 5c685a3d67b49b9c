package fr.bastide.airlock.mail;

import java.util.Optional;

/// One field of a header that leaves (RFC 5322, section 2.2): printable ASCII on one line, so that
/// nothing in a value can begin another field.
///
/// @param name as it is written
/// @param value unfolded, without white space at its ends
public record MailField(String name, String value) {

  private static final int FOLD = 76;
  private static final int LONGEST_WORD = 900;
  private static final int LONGEST_NAME = 60;

  /// @throws IllegalArgumentException when the field could not be written safely
  public MailField {
    if (!isName(name) || !isPlain(value)) {
      throw new IllegalArgumentException("no field of a header");
    }
  }

  /// The field when it can be written safely.
  public static Optional<MailField> of(String name, String value) {
    String one = value.strip();
    return isName(name) && isPlain(one) ? Optional.of(new MailField(name, one)) : Optional.empty();
  }

  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
  }

  private static boolean isPlain(String value) {
    int word = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
      word = c == ' ' ? 0 : word + 1;
      if (word > LONGEST_WORD) {
        return false;
      }
    }
    return !value.isEmpty() && value.charAt(0) != ' ' && !value.endsWith(" ");
  }

  /// Writes the field, folded where words part, but not within quotes, where readers undo it
  /// differently.
  void write(StringBuilder out) {
    out.append(name).append(':');
    int column = name.length() + 1;
    boolean first = true;
    for (int from = 0; from < value.length(); ) {
      // White space goes with the word after it, so that no line is blank.
      int to = wordEnd(from);
      String word = first ? " " + value.substring(from, to) : value.substring(from, to);
      if (!first && column + word.length() > FOLD) {
        out.append("\r\n");
        column = 0;
      }
      out.append(word);
      column += word.length();
      from = to;
      first = false;
    }
    out.append("\r\n");
  }

  private int wordEnd(int from) {
    int to = from;
    while (to < value.length() && value.charAt(to) == ' ') {
      to++;
    }
    boolean quoted = false;
    while (to < value.length() && (quoted || value.charAt(to) != ' ')) {
      char c = value.charAt(to);
      quoted ^= c == '"';
      to += c == '\\' && quoted && to + 1 < value.length() ? 2 : 1;
    }
    return to;
  }
}
