package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.ooxml.SheetFormula;
import fr.bastide.airlock.internal.xml.WebLinks;
import java.util.Locale;
import java.util.Optional;

/// What a formula or an address of OpenDocument reaches (OpenFormula, OASIS ODF 1.3 part 4): the
/// functions that go outside, other documents, exchanges with other programs.
final class OdfFormula {

  private final String formula;
  private final Policy policy;
  private int at;

  private OdfFormula(String formula, Policy policy) {
    this.formula = formula;
    this.policy = policy;
  }

  /// What is wrong; empty when nothing outside is reached.
  static Optional<Threat> fault(String formula, Policy policy) {
    return new OdfFormula(formula, policy).scan();
  }

  private Optional<Threat> scan() {
    while (at < formula.length()) {
      char c = formula.charAt(at);
      Optional<Threat> fault =
          switch (c) {
            case '"' -> {
              quoted('"');
              yield Optional.empty();
            }
            case '\'' -> source(quoted('\''));
            case '#' -> hash();
            case '|' -> Optional.of(Threat.DYNAMIC_DATA_EXCHANGE);
            default -> isWord(c) ? word() : step();
          };
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<Threat> step() {
    at++;
    return Optional.empty();
  }

  private String quoted(char quote) {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < formula.length()) {
      char c = formula.charAt(at++);
      if (c == quote) {
        if (at < formula.length() && formula.charAt(at) == quote) {
          at++;
        } else {
          break;
        }
      }
      text.append(c);
    }
    return text.toString();
  }

  /// A quoted name of a sheet, or of a document when a hash follows.
  private Optional<Threat> source(String name) {
    boolean document = at < formula.length() && formula.charAt(at) == '#';
    return document || name.contains("//") || name.indexOf('\\') >= 0
        ? Optional.of(Threat.EXTERNAL_CONTENT)
        : Optional.empty();
  }

  /// A hash begins an error, or parts a document from a place in it.
  private Optional<Threat> hash() {
    String rest =
        formula.substring(at + 1, Math.min(formula.length(), at + 8)).toUpperCase(Locale.ROOT);
    boolean error =
        rest.startsWith("REF!")
            || rest.startsWith("N/A")
            || rest.startsWith("NAME?")
            || rest.startsWith("VALUE!")
            || rest.startsWith("DIV/0!")
            || rest.startsWith("NUM!")
            || rest.startsWith("NULL!");
    if (!error) {
      return Optional.of(Threat.EXTERNAL_CONTENT);
    }
    at++;
    return Optional.empty();
  }

  private Optional<Threat> word() {
    int start = at;
    while (at < formula.length() && isWord(formula.charAt(at))) {
      at++;
    }
    String name = formula.substring(start, at);
    int next = at;
    while (next < formula.length() && formula.charAt(next) <= ' ') {
      next++;
    }
    if (next + 2 < formula.length() && formula.startsWith("://", next)) {
      return Optional.of(Threat.EXTERNAL_CONTENT);
    }
    if (next >= formula.length() || formula.charAt(next) != '(') {
      return Optional.empty();
    }
    if (name.equalsIgnoreCase("HYPERLINK")) {
      return link(next + 1);
    }
    return SheetFormula.isDangerousFunction(name) ? Optional.of(Threat.FORMULA) : Optional.empty();
  }

  private Optional<Threat> link(int arguments) {
    at = arguments;
    while (at < formula.length() && formula.charAt(at) <= ' ') {
      at++;
    }
    if (at >= formula.length() || formula.charAt(at) != '"') {
      return Optional.of(Threat.DANGEROUS_LINK);
    }
    String target = quoted('"');
    while (at < formula.length() && formula.charAt(at) <= ' ') {
      at++;
    }
    boolean whole = at < formula.length() && ",;)".indexOf(formula.charAt(at)) >= 0;
    return whole ? WebLinks.fault(target, policy.links()) : Optional.of(Threat.DANGEROUS_LINK);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }
}
