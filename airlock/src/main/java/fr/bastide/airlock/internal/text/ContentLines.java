package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of vCard and iCalendar (RFC 6350 section 3.2, RFC 5545 section 3.1): unfolded when
/// read, folded when written.
final class ContentLines {

  private static final int MOST_LINE = 100_000;
  private static final int FOLD = 75;

  /// One property.
  ///
  /// @param group what stands before the name in a vCard, with its dot; else empty
  /// @param name in capitals
  record Line(String group, String name, List<Parameter> parameters, String value) {

    boolean is(String wanted) {
      return name.equals(wanted);
    }
  }

  record Parameter(String name, String value) {}

  private ContentLines() {}

  /// @throws RefusedException when a line is too long to be one
  static List<Line> read(String text) {
    List<Line> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      int last = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
      boolean folded = last > from && (text.charAt(from) == ' ' || text.charAt(from) == '\t');
      if (folded) {
        line.append(text, from + 1, last);
      } else {
        add(line, lines);
        line.setLength(0);
        line.append(text, from, last);
      }
      if (line.length() > MOST_LINE && !isBinary(line)) {
        throw new RefusedException(Reason.MALFORMED, "line " + (lines.size() + 1));
      }
      from = to + 1;
    }
    add(line, lines);
    return lines;
  }

  /// Pictures and attachments are long; they are dropped or passed on whole.
  private static boolean isBinary(StringBuilder line) {
    String head = line.substring(0, Math.min(200, line.length())).toUpperCase(Locale.ROOT);
    return head.contains("BASE64") || head.contains(";ENCODING=B") || head.contains("DATA:");
  }

  private static void add(StringBuilder line, List<Line> lines) {
    int colon = end(line, 0, ':');
    if (colon <= 0) {
      return; // no property: an empty line, or the rest of a broken one
    }
    int semicolon = Math.min(colon, end(line, 0, ';') < 0 ? colon : end(line, 0, ';'));
    String whole = line.substring(0, semicolon).strip().toUpperCase(Locale.ROOT);
    int dot = whole.lastIndexOf('.');
    List<Parameter> parameters = new ArrayList<>();
    int from = semicolon;
    while (from < colon) {
      int next = end(line, from + 1, ';');
      int to = next < 0 || next > colon ? colon : next;
      parameter(line.substring(from + 1, to), parameters);
      from = to;
    }
    lines.add(
        new Line(
            whole.substring(0, dot + 1),
            whole.substring(dot + 1),
            List.copyOf(parameters),
            line.substring(colon + 1)));
  }

  private static void parameter(String text, List<Parameter> parameters) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? "TYPE" : text.substring(0, equals);
    String value = equals < 0 ? text : text.substring(equals + 1);
    parameters.add(new Parameter(name.strip().toUpperCase(Locale.ROOT), value.replace("\"", "")));
  }

  /// The place of a sign outside quotes; -1 when there is none.
  private static int end(StringBuilder line, int from, char sign) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == sign && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /// Writes a property, folded at 75 bytes.
  static void write(Line line, StringBuilder out) {
    StringBuilder whole = new StringBuilder(line.group()).append(line.name());
    for (Parameter parameter : line.parameters()) {
      whole.append(';').append(parameter.name()).append('=');
      boolean quote = parameter.value().indexOf(':') >= 0 || parameter.value().indexOf(';') >= 0;
      whole.append(quote ? "\"" + parameter.value() + "\"" : parameter.value());
    }
    whole.append(':').append(line.value());
    int bytes = 0;
    for (int i = 0; i < whole.length(); ) {
      int c = whole.codePointAt(i);
      i += Character.charCount(c);
      int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > FOLD) {
        out.append("\r\n ");
        bytes = 1;
      }
      out.appendCodePoint(c);
      bytes += size;
    }
    out.append("\r\n");
  }
}
