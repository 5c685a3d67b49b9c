package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.xml.WebLinks;
import fr.bastide.airlock.internal.xml.XmlRules;
import fr.bastide.airlock.internal.xml.XmlSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which fields of WordprocessingML stay, from `fields.yaml`.
final class FieldRules {

  static final FieldRules ALL = new FieldRules();

  private final Set<String> kept;
  private final Set<String> hosts;
  private final Set<String> forms;
  private final Map<String, Threat> removed = new HashMap<>();

  private FieldRules() {
    Map<String, Object> data = Resources.document("ooxml/fields.yaml");
    kept = XmlSpace.words(Resources.string(data, "kept"));
    hosts = XmlSpace.words(Resources.string(data, "hosts"));
    forms = XmlSpace.words(Resources.string(data, "forms"));
    Map<String, Object> gone = Resources.mapping(data, "removed");
    for (String threat : gone.keySet()) {
      XmlSpace.words(Resources.string(gone, threat))
          .forEach(word -> removed.put(word, XmlRules.threat(threat)));
    }
  }

  /// What is wrong with a field; empty when it stays.
  ///
  /// @param instruction its instruction as a program would put it together
  /// @param nested whether other fields stand in the instruction
  Optional<Threat> fault(String instruction, boolean nested, Policy policy) {
    List<String> words = words(instruction);
    if (words.isEmpty()) {
      return nested ? Optional.of(Threat.HIDDEN_CONTENT) : Optional.empty();
    }
    String name = words.getFirst().toUpperCase(Locale.ROOT);
    if (name.startsWith("=")) {
      name = "=";
    }
    if (!kept.contains(name)) {
      return Optional.of(removed.getOrDefault(name, Threat.UNKNOWN_PART));
    }
    if (nested && !hosts.contains(name)) {
      return Optional.of(Threat.HIDDEN_CONTENT);
    }
    if (forms.contains(name) && !policy.forms()) {
      return Optional.of(Threat.FORM_SUBMISSION);
    }
    return name.equals("HYPERLINK") ? link(words, policy) : Optional.empty();
  }

  private static Optional<Threat> link(List<String> words, Policy policy) {
    boolean anchor = false;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("\\") && word.length() == 2) {
        // \l place, \o tip, \t frame, \s place: each has one word after it; \m, \n, \h have none.
        boolean takes = "lots".indexOf(Character.toLowerCase(word.charAt(1))) >= 0;
        anchor |= Character.toLowerCase(word.charAt(1)) == 'l';
        i += takes ? 1 : 0;
      } else if (!word.isEmpty()) {
        Optional<Threat> fault = WebLinks.fault(word, policy.links());
        if (fault.isPresent()) {
          return fault;
        }
        anchor = true;
      }
    }
    return anchor ? Optional.empty() : Optional.of(Threat.DANGEROUS_LINK);
  }

  /// The words of an instruction: quotes hold words together, and a backslash keeps the character
  /// after it within them.
  static List<String> words(String instruction) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < instruction.length(); i++) {
      char c = instruction.charAt(i);
      if (c == '"' || c == '\u201c' || c == '\u201d') {
        quoted = !quoted;
        any = true;
      } else if (quoted && c == '\\' && i + 1 < instruction.length()) {
        i++;
        word.append(instruction.charAt(i));
      } else if (!quoted && (Character.isWhitespace(c) || c == '\u00a0')) {
        if (any) {
          words.add(word.toString());
          word.setLength(0);
          any = false;
        }
      } else {
        word.append(c);
        any = true;
      }
    }
    if (any) {
      words.add(word.toString());
    }
    return words;
  }
}
