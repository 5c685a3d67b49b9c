package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/// Fields of Word and RTF text: their codes are read and dropped, their last results stay as plain
/// text. Only page counts are written as fields again, and links as the policy says.
final class Fields {

  private static final int MOST_CODE = 4096;

  private static final class Field {
    private final StringBuilder code = new StringBuilder();
    private boolean result;
    private boolean link;
    private boolean counts;
  }

  private final Deque<Field> open = new ArrayDeque<>();
  private final WordBody body;
  private final OpcWriting opc;
  private final String part;
  private final Links links;
  private final Ledger ledger;
  private int linked;

  /// @param part the part whose relationships hold the links
  Fields(WordBody body, OpcWriting opc, String part, Links links, Ledger ledger) {
    this.body = body;
    this.opc = opc;
    this.part = part;
    this.links = links;
    this.ledger = ledger;
  }

  void begin() {
    open.push(new Field());
  }

  /// Whether characters now belong to a code, or to a result that is written anew.
  boolean isSilent() {
    for (Field field : open) {
      if (!field.result || field.counts) {
        return true;
      }
    }
    return false;
  }

  /// Characters of a code.
  void code(String text) {
    Field field = open.peek();
    if (field != null && !field.result && field.code.length() < MOST_CODE) {
      field.code.append(text);
    }
  }

  /// The code ends, the result begins.
  void separate(RunFormat format) {
    Field field = open.peek();
    if (field == null || field.result) {
      return;
    }
    String code = field.code.toString().strip();
    String word = word(code);
    field.counts = isCount(word);
    boolean within = isSilent();
    field.result = true;
    tell(word);
    if (within && open.size() > 1 && outerIsSilent()) {
      return;
    }
    if (field.counts) {
      body.count(word, format);
    } else if (word.equals("HYPERLINK") && linked == 0) {
      Optional<String> address = address(code).flatMap(a -> links.staying(a, "text"));
      if (address.isPresent()) {
        body.beginLink(opc.relateOutside(part, "hyperlink", address.get()));
        field.link = true;
        linked++;
      }
    }
  }

  private boolean outerIsSilent() {
    boolean first = true;
    for (Field field : open) {
      if (!first && (!field.result || field.counts)) {
        return true;
      }
      first = false;
    }
    return false;
  }

  void end(RunFormat format) {
    Field field = open.peek();
    if (field == null) {
      return;
    }
    if (!field.result) {
      String code = field.code.toString().strip();
      separate(format);
      String word = word(code);
      if (word.equals("MACROBUTTON")) {
        open.pop();
        int name = code.indexOf(' ', Math.min(code.length(), word.length() + 1));
        if (name > 0 && !isSilent()) {
          body.run(code.substring(name + 1), format); // what the button shows
        }
        return;
      }
    }
    open.pop();
    if (field.link) {
      body.endLink();
      linked--;
    }
  }

  /// Closes what a paragraph leaves open: links never stand across paragraphs.
  void endParagraph() {
    for (Field field : open) {
      if (field.link) {
        body.endLink();
        field.link = false;
        linked--;
      }
    }
  }

  private static boolean isCount(String word) {
    return word.equals("PAGE") || word.equals("NUMPAGES");
  }

  private void tell(String word) {
    switch (word) {
      case "DDE", "DDEAUTO" -> ledger.add(Threat.DYNAMIC_DATA_EXCHANGE, "text");
      case "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "RD", "LINK" ->
          ledger.add(Threat.FIELD_INCLUDE, "text");
      case "DATABASE" -> ledger.add(Threat.DATA_CONNECTION, "text");
      case "EMBED" -> ledger.add(Threat.EMBEDDED_OBJECT, "text");
      case "MACROBUTTON" -> ledger.add(Threat.MACRO, "text");
      case "CONTROL" -> ledger.add(Threat.ACTIVE_CONTROL, "text");
      default -> {
        // dates, references, tables of contents: the result is all that is kept
      }
    }
  }

  private static String word(String code) {
    int end = 0;
    while (end < code.length() && Character.isLetter(code.charAt(end))) {
      end++;
    }
    return code.substring(0, end).toUpperCase(Locale.ROOT);
  }

  /// The address of a `HYPERLINK` code; empty when it leads to a place in the document.
  private static Optional<String> address(String code) {
    int from = "HYPERLINK".length();
    while (from < code.length() && code.charAt(from) <= ' ') {
      from++;
    }
    if (from >= code.length() || code.charAt(from) == '\\') {
      return Optional.empty();
    }
    if (code.charAt(from) == '"') {
      int end = code.indexOf('"', from + 1);
      return end < 0 ? Optional.empty() : Optional.of(code.substring(from + 1, end));
    }
    int end = from;
    while (end < code.length() && code.charAt(end) > ' ') {
      end++;
    }
    return Optional.of(code.substring(from, end));
  }
}
