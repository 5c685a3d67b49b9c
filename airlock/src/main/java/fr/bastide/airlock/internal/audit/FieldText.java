package fr.bastide.airlock.internal.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/// The instructions of fields in a text, however many runs they are spread over; a field within
/// another is part of its instruction.
final class FieldText {

  private static final Set<String> NEVER =
      Set.of(
          "DDE",
          "DDEAUTO",
          "INCLUDE",
          "INCLUDETEXT",
          "INCLUDEPICTURE",
          "IMPORT",
          "RD",
          "LINK",
          "MACROBUTTON",
          "DATABASE",
          "EMBED",
          "CONTROL",
          "HTMLCONTROL",
          "PRINT",
          "GOTOBUTTON");

  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private final StringBuilder loose = new StringBuilder();
  private boolean found;

  void begin() {
    open.push(new StringBuilder());
  }

  void end() {
    if (open.isEmpty()) {
      return;
    }
    String whole = open.pop().toString();
    check(whole);
    // What an inner field yields may complete the outer one's word.
    (open.isEmpty() ? loose : open.element()).append(' ').append(whole);
  }

  void instruction(String text) {
    (open.isEmpty() ? loose : open.element()).append(text);
    if (open.isEmpty()) {
      check(loose.toString());
    }
  }

  /// A field whose instruction stands in one place.
  void whole(String text) {
    check(text);
  }

  boolean dangerous() {
    open.forEach(part -> check(part.toString()));
    return found;
  }

  private void check(String instruction) {
    String text = instruction.strip();
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(0, end).toUpperCase(Locale.ROOT);
    found |= NEVER.contains(word) || word.startsWith("DDE");
  }
}
