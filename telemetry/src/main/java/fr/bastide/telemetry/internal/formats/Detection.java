package fr.bastide.telemetry.internal.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells formats by their first bytes: a magic number, or what most of the first lines look like.
public final class Detection {

  private static final int LINES = 50;
  private static final int LONGEST_LINE = 4_096;

  private Detection() {}

  /// The name of the format, as [fr.bastide.telemetry.Formats#detect] says.
  public static String detect(byte[] head, int length, String fileName) {
    String file = fileName.toLowerCase(Locale.ROOT);
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    if (text.startsWith("ElfFile\0") || text.startsWith("ElfChnk\0")) {
      return "evtx";
    }
    if (file.endsWith(".evtx") && (length == 0 || text.indexOf('\0') >= 0)) {
      return "evtx";
    }
    if (text.startsWith("\u00EF\u00BB\u00BF")) {
      text = text.substring(3);
    }
    if (isJson(text)) {
      return isEve(text, file) ? "eve" : "json";
    }
    if (text.startsWith("#Fields:") || text.contains("\n#Fields:")) {
      return "access"; // W3C extended: IIS and proxies
    }
    return byLines(lines(text));
  }

  private static boolean isJson(String text) {
    int pos = solid(text, 0);
    if (pos == text.length()) {
      return false;
    }
    if (text.charAt(pos) == '[') {
      pos = solid(text, pos + 1);
      return pos < text.length() && (text.charAt(pos) == '{' || text.charAt(pos) == ']');
    }
    if (text.charAt(pos) != '{') {
      return false;
    }
    pos = solid(text, pos + 1);
    return pos == text.length() || text.charAt(pos) == '"' || text.charAt(pos) == '}';
  }

  /// Suricata names the kind of event and the flow it stands in, on one line.
  private static boolean isEve(String text, String file) {
    String first = lines(text).isEmpty() ? text : lines(text).getFirst();
    return first.contains("\"event_type\"")
        && (first.contains("\"flow_id\"")
            || first.contains("\"src_ip\"")
            || first.contains("\"stats\"")
            || file.startsWith("eve"));
  }

  private static String byLines(List<String> lines) {
    Map<LineKind, Integer> counts = new EnumMap<>(LineKind.class);
    for (String line : lines) {
      counts.merge(LineKind.of(line), 1, Integer::sum);
    }
    LineKind best = LineKind.PLAIN;
    int most = 0;
    for (Map.Entry<LineKind, Integer> count : counts.entrySet()) {
      // Plain lines stand in every log, such as the traces of programs: they count last.
      if (count.getKey() != LineKind.PLAIN && count.getValue() > most) {
        best = count.getKey();
        most = count.getValue();
      }
    }
    return 5 * most >= lines.size() ? best.format() : LineKind.PLAIN.format();
  }

  /// The first lines that are not blank and no comments; the last one perhaps cut.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length() && lines.size() < LINES) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String line = text.substring(from, Math.min(end, from + LONGEST_LINE)).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(line);
      }
      from = end + 1;
    }
    return lines;
  }

  private static int solid(String text, int from) {
    int pos = from;
    while (pos < text.length() && (text.charAt(pos) <= ' ' || text.charAt(pos) == 0x1E)) {
      pos++;
    }
    return pos;
  }
}
