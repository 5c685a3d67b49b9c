package fr.bastide.airlock.mail;

import fr.bastide.airlock.internal.Resources;
import java.net.IDN;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a name looks like, whatever letters it is written with (after Unicode TR 39, section 4):
/// two names with one skeleton are easily taken for each other. The letters are in
/// `mail/confusables.yaml`.
final class Skeleton {

  private static final Map<Integer, Integer> LETTERS = letters();
  private static final Map<String, Object> PAIRS =
      Resources.mapping("mail/confusables.yaml", "pairs");

  private Skeleton() {}

  private static Map<Integer, Integer> letters() {
    Map<String, Object> data = Resources.mapping("mail/confusables.yaml", "letters");
    Map<Integer, Integer> letters = new HashMap<>();
    for (String to : data.keySet()) {
      Resources.string(data, to).codePoints().forEach(c -> letters.put(c, to.codePointAt(0)));
    }
    return letters;
  }

  /// The skeleton of a name; blanks and signs are left out.
  static String of(String name) {
    String plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      Integer like = LETTERS.get(c);
      if (like != null) {
        out.appendCodePoint(like);
      } else if (Character.isLetterOrDigit(c)) {
        out.appendCodePoint(c);
      }
    }
    String skeleton = out.toString();
    for (String pair : PAIRS.keySet()) {
      skeleton = skeleton.replace(pair, Resources.string(PAIRS, pair));
    }
    return skeleton;
  }

  /// A domain as it is shown to people.
  static String shown(String domain) {
    return IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED);
  }

  /// Whether letters of one label are of several alphabets.
  static boolean mixes(String domain) {
    for (String label : shown(domain).split("\\.", -1)) {
      long scripts =
          label
              .codePoints()
              .filter(Character::isLetter)
              .mapToObj(Character.UnicodeScript::of)
              .filter(s -> s != Character.UnicodeScript.COMMON)
              .filter(s -> s != Character.UnicodeScript.INHERITED)
              .distinct()
              .count();
      if (scripts > 1) {
        return true;
      }
    }
    return false;
  }
}
