package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Style sheets reduced to looks: the properties of `text/css.yaml` with values that load nothing.
public final class CssRules {

  private static final int MOST = 500_000;
  private static final Set<String> PROPERTIES =
      new HashSet<>(Lists.strings(Resources.document("text/css.yaml"), "properties"));
  private static final String SELECTOR = " \n\t\r.#,>+~:*_-()\"'=[]^$|";
  private static final String VALUE = " .,#%-+/()'\"!_*";

  private CssRules() {}

  /// The declarations of a `style` attribute that stay.
  ///
  /// @param within whether references to the same document (`url(#…)`) may stay, as in drawings
  public static String declarations(String css, boolean within, String where, Ledger ledger) {
    StringBuilder kept = new StringBuilder();
    if (css.length() > MOST) {
      ledger.add(Threat.UNKNOWN_PART, where);
      return "";
    }
    int from = 0;
    String plain = withoutComments(css);
    while (from < plain.length()) {
      int end = end(plain, from);
      declaration(plain.substring(from, end), within, where, ledger, kept);
      from = end + 1;
    }
    return kept.toString();
  }

  private static int end(String css, int from) {
    char quote = 0;
    for (int i = from; i < css.length(); i++) {
      char c = css.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ';') {
        return i;
      }
    }
    return css.length();
  }

  private static void declaration(
      String text, boolean within, String where, Ledger ledger, StringBuilder kept) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return;
    }
    String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = text.substring(colon + 1).strip();
    if (isLoading(value) && !(within && isOwn(value))) {
      ledger.add(Threat.EXTERNAL_CONTENT, where);
    } else if (PROPERTIES.contains(name) && isPlain(value)) {
      kept.append(name).append(':').append(value).append(';');
    }
  }

  private static boolean isLoading(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.contains("url")
        || lower.contains("image")
        || lower.contains("expression")
        || lower.contains("src(")
        || lower.contains("script")
        || lower.indexOf('\\') >= 0
        || lower.contains("attr(")
        || lower.contains("var(")
        || lower.contains("element(");
  }

  /// Whether a value refers to a part of the same document alone.
  public static boolean isOwn(String value) {
    String rest = value.strip();
    if (!rest.startsWith("url(")) {
      return false;
    }
    String inner = rest.substring(4).strip();
    boolean quoted = inner.startsWith("\"") || inner.startsWith("'");
    int at = quoted ? 1 : 0;
    if (at >= inner.length() || inner.charAt(at) != '#') {
      return false;
    }
    for (int i = at + 1; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_-.".indexOf(c) < 0) {
        String end = inner.substring(i).strip();
        return end.equals(")") || end.equals("\")") || end.equals("')") || end.equals(") none");
      }
    }
    return false;
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLetterOrDigit(c) && VALUE.indexOf(c) < 0) {
        return false;
      }
    }
    return !value.isEmpty() && value.length() < 1000 && balanced(value);
  }

  private static boolean balanced(String value) {
    return value.chars().filter(c -> c == '"').count() % 2 == 0
        && value.chars().filter(c -> c == '\'').count() % 2 == 0
        && value.chars().filter(c -> c == '(').count()
            == value.chars().filter(c -> c == ')').count();
  }

  /// The rules of a `style` element that stay; rules that begin with `@` do not.
  public static String sheet(String css, boolean within, String where, Ledger ledger) {
    if (css.length() > MOST) {
      ledger.add(Threat.UNKNOWN_PART, where);
      return "";
    }
    String plain = withoutComments(css).replace("<!--", " ").replace("-->", " ");
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (from < plain.length()) {
      int open = plain.indexOf('{', from);
      int semicolon = plain.indexOf(';', from);
      String head = open < 0 ? plain.substring(from) : plain.substring(from, open);
      if (head.strip().startsWith("@")) {
        ledger.once(head.contains("import") ? Threat.EXTERNAL_CONTENT : Threat.UNKNOWN_PART, where);
        from =
            semicolon >= 0 && (open < 0 || semicolon < open) ? semicolon + 1 : block(plain, open);
        continue;
      }
      int close = open < 0 ? -1 : plain.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String body = declarations(plain.substring(open + 1, close), within, where, ledger);
      if (isSelector(head) && !body.isEmpty()) {
        kept.append(head.strip()).append('{').append(body).append("}\n");
      }
      from = close + 1;
    }
    return kept.toString();
  }

  /// The place after a block with blocks in it.
  private static int block(String css, int open) {
    int depth = 0;
    for (int i = Math.max(0, open); i < css.length() && open >= 0; i++) {
      if (css.charAt(i) == '{') {
        depth++;
      } else if (css.charAt(i) == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return css.length();
  }

  private static boolean isSelector(String head) {
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (!Character.isLetterOrDigit(c) && SELECTOR.indexOf(c) < 0) {
        return false;
      }
    }
    // A selector by attribute value can tell an observer what a page holds.
    return head.indexOf('[') < 0 && head.length() < 1000;
  }

  private static String withoutComments(String css) {
    int open = css.indexOf("/*");
    if (open < 0) {
      return css;
    }
    StringBuilder plain = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      plain.append(css, from, open).append(' ');
      int close = css.indexOf("*/", open + 2);
      if (close < 0) {
        return plain.toString();
      }
      from = close + 2;
      open = css.indexOf("/*", from);
    }
    return plain.append(css, from, css.length()).toString();
  }
}
