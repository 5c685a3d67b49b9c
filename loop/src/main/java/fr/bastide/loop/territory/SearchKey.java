package fr.bastide.loop.territory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// A name reduced to what people agree on when they type it: lower case, no accents, ligatures
/// spelt out, hyphens, apostrophes and other signs as one space, *st* and *ste* as *saint* and
/// *sainte*. Articles stay. Names and queries are reduced alike, so that both forgive the same.
///
/// `L’Haÿ-les-Roses` and `l hay LES roses` share the key `l hay les roses`; `St Céré` has the key
/// `saint cere`.
///
/// @param value the key: words of letters and digits, one space between them; may be empty
public record SearchKey(String value) {

  /// How much of a name is looked at, in characters.
  public static final int MAX_LENGTH = 200;

  /// The key of a name or query.
  public static SearchKey of(String name) {
    return new SearchKey(String.join(" ", abbreviationsOpened(words(name))));
  }

  /// The words of the key, in order; none for an empty key.
  public List<String> words() {
    return value.isEmpty() ? List.of() : List.of(value.split(" "));
  }

  /// The keys of something still being typed: when the last word may be the beginning of another
  /// one (*st* of *Strasbourg*), with and without opening the abbreviation.
  static List<SearchKey> typed(String query) {
    List<String> plain = words(query);
    List<String> opened = abbreviationsOpened(plain);
    if (plain.isEmpty() || plain.getLast().equals(opened.getLast())) {
      return List.of(new SearchKey(String.join(" ", opened)));
    }
    List<String> begun = new ArrayList<>(opened);
    begun.set(begun.size() - 1, plain.getLast());
    return List.of(new SearchKey(String.join(" ", opened)), new SearchKey(String.join(" ", begun)));
  }

  /// The keys under which a name is found: its own, and for `CC ...`, `CA ...`, `CU ...` the form
  /// of the EPCI written out, as most people say it.
  static List<SearchKey> under(String name) {
    SearchKey own = of(name);
    String rest = own.value.length() > 3 ? own.value.substring(3) : "";
    String form =
        switch (own.value.length() > 3 ? own.value.substring(0, 3) : "") {
          case "cc " -> "communaute de communes ";
          case "ca " -> "communaute d agglomeration ";
          case "cu " -> "communaute urbaine ";
          default -> "";
        };
    return form.isEmpty() ? List.of(own) : List.of(own, new SearchKey(form + rest));
  }

  private static List<String> abbreviationsOpened(List<String> words) {
    return words.stream()
        .map(word ->
            switch (word) {
              case "st" -> "saint";
              case "ste" -> "sainte";
              case "sts" -> "saints";
              case "stes" -> "saintes";
              default -> word;
            })
        .toList();
  }

  private static List<String> words(String name) {
    String bounded = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
    String letters = Normalizer.normalize(bounded, Normalizer.Form.NFKD);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    letters
        .codePoints()
        .filter(c -> !mark(c))
        .forEach(c -> {
          if (Character.isLetterOrDigit(c)) {
            append(word, Character.toLowerCase(c));
          } else if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean mark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static void append(StringBuilder word, int c) {
    switch (c) {
      case 'œ' -> word.append("oe");
      case 'æ' -> word.append("ae");
      case 'ß' -> word.append("ss");
      case 'ø' -> word.append('o');
      case 'ł' -> word.append('l');
      case 'đ', 'ð' -> word.append('d');
      default -> word.appendCodePoint(c);
    }
  }
}
