package fr.bastide.airlock.internal.audit;

/// Character references in attributes: the numeric ones and the few names that hide a scheme.
final class Entities {

  private static final String[][] NAMES = {
    {"&colon;", ":"}, {"&tab;", "\t"}, {"&newline;", "\n"}, {"&lpar;", "("}, {"&rpar;", ")"},
    {"&sol;", "/"}, {"&bsol;", "\\"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&lt;", "<"},
    {"&gt;", ">"}, {"&amp;", "&"}
  };

  private Entities() {}

  static String decoded(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) != '&') {
        out.append(text.charAt(i++));
        continue;
      }
      int named = named(text, i, out);
      i = named > i ? named : numeric(text, i, out);
    }
    return out.toString();
  }

  private static int named(String text, int at, StringBuilder out) {
    for (String[] name : NAMES) {
      if (text.regionMatches(true, at, name[0], 0, name[0].length())) {
        out.append(name[1]);
        return at + name[0].length();
      }
    }
    return at;
  }

  private static int numeric(String text, int at, StringBuilder out) {
    boolean hexadecimal = text.regionMatches(true, at, "&#x", 0, 3);
    int from = at + (hexadecimal ? 3 : 2);
    int end = from;
    int value = 0;
    if (text.startsWith("&#", at)) {
      while (end < text.length()
          && end - from < 8
          && Character.digit(text.charAt(end), hexadecimal ? 16 : 10) >= 0) {
        value =
            value * (hexadecimal ? 16 : 10)
                + Character.digit(text.charAt(end++), hexadecimal ? 16 : 10);
      }
    }
    if (end == from || !Character.isValidCodePoint(value)) {
      out.append('&');
      return at + 1;
    }
    out.appendCodePoint(value);
    return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
  }
}
