package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the fields of a Windows event again in the text that the event viewer shows, where line
/// ends and tabs became spaces: `Subject: Account Name: x Account Domain: y`.
///
/// Labels and the sections that give them their meaning are in `windows-text.yaml`. A value ends at
/// the next known label or at the first gap of two spaces; only the fields listed there as `whole`,
/// which may hold such gaps themselves, go on until the next known label.
final class WindowsText {

  private static final int LONGEST_LABEL = 64;

  private final Words labels;
  private final Words sections;
  private final int[][] fields;
  private final boolean[] whole;

  WindowsText(FieldNames names) {
    Map<String, Object> data = Knowledge.beside(WindowsText.class, "windows-text.yaml");
    Map<String, Integer> sectionNumbers = new HashMap<>();
    List<Object> groups = Knowledge.list(data.get("sections"));
    Map<String, Integer> labelNumbers = new HashMap<>();
    for (Object group : groups) {
      Map<String, Object> entries = Knowledge.map(Knowledge.map(group).get("fields"));
      entries.keySet().forEach(label -> labelNumbers.putIfAbsent(label, labelNumbers.size()));
    }
    int count = labelNumbers.size();
    fields = new int[groups.size()][count];
    for (int g = 0; g < groups.size(); g++) {
      Map<String, Object> group = Knowledge.map(groups.get(g));
      for (Object title : Knowledge.list(group.get("titles"))) {
        sectionNumbers.put(String.valueOf(title), g);
      }
      for (Map.Entry<String, Object> e : Knowledge.map(group.get("fields")).entrySet()) {
        Integer label = labelNumbers.get(e.getKey());
        fields[g][label == null ? 0 : label] = names.id(String.valueOf(e.getValue()));
      }
    }
    whole = new boolean[count];
    for (Object label : Knowledge.list(data.get("whole"))) {
      Integer number = labelNumbers.get(String.valueOf(label));
      if (number != null) {
        whole[number] = true;
      }
    }
    labels = new Words(withPlainApostrophes(labelNumbers));
    sections = new Words(withPlainApostrophes(sectionNumbers));
  }

  /// The same words once more as versions of Windows write them that know no typographic
  /// apostrophe.
  private static Map<String, Integer> withPlainApostrophes(Map<String, Integer> words) {
    Map<String, Integer> both = new HashMap<>(words);
    words.forEach((word, number) -> both.putIfAbsent(word.replace('’', '\''), number));
    return both;
  }

  /// Adds the fields found in the text to the draft.
  void fill(byte[] b, int from, int to, EventDraft draft) {
    int section = 0;
    int label = -1;
    int value = from;
    int gap = -1;
    int i = from;
    while (i < to) {
      int colon = colon(b, i, to);
      int nextLabel = colon < 0 ? -1 : labels.number(b, i, trimmed(b, i, colon));
      int nextSection = colon < 0 ? -1 : sections.number(b, i, trimmed(b, i, colon));
      if (nextLabel >= 0 || nextSection >= 0) {
        add(b, section, label, value, gap < 0 || whole(label) ? i : gap, draft);
        section = nextSection >= 0 ? nextSection : section;
        label = nextLabel;
        value = colon + 1;
        gap = -1;
        i = Scan.pastSpaces(b, value, to);
        i = i > value ? i : value;
        if (colon(b, i, to) >= 0 && known(b, i, to)) {
          continue;
        }
      }
      int next = nextGap(b, i, to);
      gap = gap < 0 && next < to ? next : gap;
      i = next < to ? pastBlanks(b, next, to) : to;
    }
    add(b, section, label, value, gap < 0 || whole(label) ? to : gap, draft);
  }

  private boolean known(byte[] b, int from, int to) {
    int end = trimmed(b, from, colon(b, from, to));
    return labels.number(b, from, end) >= 0 || sections.number(b, from, end) >= 0;
  }

  private boolean whole(int label) {
    return label >= 0 && whole[label];
  }

  private void add(byte[] b, int section, int label, int from, int to, EventDraft draft) {
    if (label < 0) {
      return;
    }
    int field = fields[section][label];
    field = field == FieldNames.UNNAMED ? fields[0][label] : field;
    int start = pastBlanks(b, from, to);
    int end = to;
    while (end > start && blank(b[end - 1])) {
      end--;
    }
    if (field != FieldNames.UNNAMED && end > start) {
      Values.plain(draft, field, b, start, end);
    }
  }

  /// The colon that ends the label which begins here; -1 when two spaces or too much come before.
  private static int colon(byte[] b, int from, int to) {
    int last = Math.min(to, from + LONGEST_LABEL);
    for (int i = from; i < last; i++) {
      if (b[i] == ':') {
        return i;
      }
      if (gapAt(b, i, last)) {
        return -1;
      }
    }
    return -1;
  }

  /// The end of a label without the space, plain or not breaking, that French puts before a colon.
  private static int trimmed(byte[] b, int from, int colon) {
    int end = colon;
    if (end - from > 2 && b[end - 1] == (byte) 0xA0 && b[end - 2] == (byte) 0xC2) {
      end -= 2;
    }
    return Scan.trimmedEnd(b, from, end);
  }

  private static int nextGap(byte[] b, int from, int to) {
    int i = from;
    while (i < to && !gapAt(b, i, to)) {
      i++;
    }
    return i;
  }

  private static boolean gapAt(byte[] b, int i, int to) {
    return (b[i] < ' ' && blank(b[i])) || (b[i] == ' ' && i + 1 < to && blank(b[i + 1]));
  }

  private static int pastBlanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && blank(b[i])) {
      i++;
    }
    return i;
  }

  private static boolean blank(byte c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
