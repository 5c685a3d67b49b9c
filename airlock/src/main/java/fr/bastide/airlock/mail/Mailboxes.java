package fr.bastide.airlock.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Lists of addresses, read as leniently as mail readers do and written in one form.
final class Mailboxes {

  private static final int MOST = 500;
  private static final int LONGEST = 1 << 18;

  private Mailboxes() {}

  /// The addresses of a field, unfolded and still encoded; those that are none are left out.
  static List<Mailbox> read(String field) {
    List<Mailbox> list = new ArrayList<>();
    Reading reading = new Reading(field.substring(0, Math.min(field.length(), LONGEST)));
    while (reading.more() && list.size() < MOST) {
      reading.one(list);
    }
    return list;
  }

  static String write(List<Mailbox> list) {
    return list.stream().map(Mailbox::written).collect(Collectors.joining(", "));
  }

  /// Goes through a field once.
  private static final class Reading {
    private final String text;
    private int at;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder address = new StringBuilder();
    private boolean inAngles;
    private boolean angles;

    Reading(String text) {
      this.text = text;
    }

    boolean more() {
      return at < text.length();
    }

    /// Reads up to the next comma that parts addresses.
    void one(List<Mailbox> list) {
      words.setLength(0);
      comment.setLength(0);
      address.setLength(0);
      inAngles = false;
      angles = false;
      while (more()) {
        char c = text.charAt(at++);
        if (c == '"') {
          string();
        } else if (c == '(' && !inAngles) {
          comments();
        } else if (c == '<') {
          inAngles = true;
          angles = true;
          address.setLength(0);
        } else if (c == '>') {
          inAngles = false;
        } else if ((c == ',' || c == ';') && !inAngles) {
          break;
        } else if (c == ':' && !inAngles && words.indexOf("@") < 0) {
          words.setLength(0); // the name of a group
        } else {
          (inAngles ? address : words).append(c);
        }
      }
      add(list);
    }

    private void string() {
      StringBuilder to = inAngles ? address : words;
      StringBuilder inner = new StringBuilder();
      while (more()) {
        char c = text.charAt(at++);
        if (c == '"') {
          break;
        }
        if (c == '\\' && more()) {
          c = text.charAt(at++);
        }
        inner.append(c);
      }
      // A quoted left part stays quoted until it is known for one.
      boolean left = more() && text.charAt(at) == '@';
      to.append(
          left
              ? "\"" + inner.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
              : inner);
    }

    private void comments() {
      int depth = 1;
      while (more() && depth > 0) {
        char c = text.charAt(at++);
        if (c == '\\' && more()) {
          comment.append(text.charAt(at++));
        } else if (c == '(') {
          depth++;
        } else if (c == ')') {
          depth--;
        } else {
          comment.append(c);
        }
      }
    }

    private void add(List<Mailbox> list) {
      String spec = angles ? address.toString() : words.toString();
      // A route before the address (RFC 822) is of no use to anyone.
      int route = spec.startsWith("@") ? spec.indexOf(':') : -1;
      String shown = angles && !words.toString().isBlank() ? words.toString() : comment.toString();
      String name = HeaderText.plain(HeaderText.decoded(shown.strip()));
      Mailbox.address(name, spec.substring(route + 1)).ifPresent(list::add);
    }
  }
}
