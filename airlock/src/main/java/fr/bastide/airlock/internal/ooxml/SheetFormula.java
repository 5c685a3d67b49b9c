package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.xml.WebLinks;
import fr.bastide.airlock.internal.xml.XmlSpace;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a formula of a spreadsheet reaches: functions that go outside, other workbooks, exchanges
/// with other programs (ECMA-376 part 1, 18.17.2; MS-XLSX 2.2.2).
public final class SheetFormula {

  private static final Map<String, Object> DATA = Resources.document("ooxml/formulas.yaml");
  private static final Set<String> FUNCTIONS = XmlSpace.words(Resources.string(DATA, "functions"));
  private static final Set<String> AUTOMATIC =
      XmlSpace.words(Resources.string(DATA, "automatic-names"));

  private final String formula;
  private final Policy policy;
  private final Set<String> goneSheets;
  private int at;
  private int brackets;

  private SheetFormula(String formula, Policy policy, Set<String> goneSheets) {
    this.formula = formula;
    this.policy = policy;
    this.goneSheets = goneSheets;
  }

  /// What is wrong with a formula; empty when it reaches nothing outside.
  ///
  /// @param goneSheets names, in lower case, of the sheets that do not leave
  public static Optional<Threat> fault(String formula, Policy policy, Set<String> goneSheets) {
    return new SheetFormula(formula, policy, goneSheets).scan();
  }

  /// Whether programs run what a name of this kind stands for by themselves.
  public static boolean isAutomatic(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith("_XLNM.")) {
      upper = upper.substring(6);
    }
    for (String word : AUTOMATIC) {
      if (upper.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a function reaches outside or runs something.
  public static boolean isDangerousFunction(String name) {
    return FUNCTIONS.contains(bare(name.toUpperCase(Locale.ROOT)));
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
            case '\'' -> brackets > 0 ? escaped() : sheet(quoted('\''));
            case '[' -> bracket();
            case ']' -> {
              brackets = Math.max(0, brackets - 1);
              at++;
              yield Optional.empty();
            }
            case '|' -> brackets > 0 ? step() : Optional.of(Threat.DYNAMIC_DATA_EXCHANGE);
            default -> isWord(c) && brackets == 0 ? word() : step();
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

  /// An apostrophe in the name of a column of a table keeps the character after it.
  private Optional<Threat> escaped() {
    at += 2;
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

  /// A quoted name of a sheet, which may hold a path and a workbook.
  private Optional<Threat> sheet(String name) {
    if (name.indexOf('|') >= 0) {
      return Optional.of(Threat.DYNAMIC_DATA_EXCHANGE);
    }
    if (name.indexOf('[') >= 0 || name.indexOf('\\') >= 0 || name.contains("//")) {
      return Optional.of(Threat.EXTERNAL_CONTENT);
    }
    boolean reference = at < formula.length() && formula.charAt(at) == '!';
    return reference && goneSheets.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.of(Threat.MACRO)
        : Optional.empty();
  }

  /// A bracket opens a column of a table after a name or within brackets, and a workbook elsewhere.
  private Optional<Threat> bracket() {
    boolean column = brackets > 0 || (at > 0 && isWord(formula.charAt(at - 1)));
    if (!column) {
      int close = formula.indexOf(']', at);
      char after = close >= 0 && close + 1 < formula.length() ? formula.charAt(close + 1) : ' ';
      if (after == '!' || after == '\'' || isWord(after)) {
        return Optional.of(Threat.EXTERNAL_CONTENT);
      }
    }
    brackets++;
    at++;
    return Optional.empty();
  }

  private Optional<Threat> word() {
    int start = at;
    while (at < formula.length() && isWord(formula.charAt(at))) {
      at++;
    }
    String name = formula.substring(start, at).toUpperCase(Locale.ROOT);
    int next = at;
    while (next < formula.length() && formula.charAt(next) <= ' ') {
      next++;
    }
    char after = next < formula.length() ? formula.charAt(next) : ' ';
    if (after == '!' && goneSheets.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(Threat.MACRO);
    }
    return after == '(' ? function(bare(name), next + 1) : Optional.empty();
  }

  private Optional<Threat> function(String name, int arguments) {
    if (name.equals("HYPERLINK")) {
      return link(arguments);
    }
    return FUNCTIONS.contains(name) ? Optional.of(Threat.FORMULA) : Optional.empty();
  }

  /// A link whose target stands there as it is, and may leave.
  private Optional<Threat> link(int arguments) {
    int start = arguments;
    while (start < formula.length() && formula.charAt(start) <= ' ') {
      start++;
    }
    if (start >= formula.length() || formula.charAt(start) != '"') {
      return Optional.of(Threat.DANGEROUS_LINK);
    }
    at = start;
    String target = quoted('"');
    while (at < formula.length() && formula.charAt(at) <= ' ') {
      at++;
    }
    boolean whole = at < formula.length() && ",;)".indexOf(formula.charAt(at)) >= 0;
    return whole ? WebLinks.fault(target, policy.links()) : Optional.of(Threat.DANGEROUS_LINK);
  }

  /// A name without the prefixes by which newer functions are written.
  private static String bare(String name) {
    String bare = name;
    for (String prefix :
        new String[] {"_XLFN.", "_XLWS.", "_XLL.", "_XLUDF.", "COM.SUN.STAR.SHEET.ADDIN."}) {
      if (bare.startsWith(prefix)) {
        bare = bare.substring(prefix.length());
      }
    }
    return bare;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }
}
