package fr.bastide.print.internal;

import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// The wordings of plots, reports and calendars in one language; kept as data, not in code.
public final class Words {

  private static final Words FRENCH = new Words(Language.FR);
  private static final Words ENGLISH = new Words(Language.EN);

  private final Properties texts = new Properties();

  private Words(Language language) {
    String file = "/fr/bastide/print/words." + language.tag() + ".properties";
    try (InputStream in =
        Objects.requireNonNull(Words.class.getResourceAsStream(file), "missing " + file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /// The wordings of one language.
  public static Words in(Language language) {
    return switch (language) {
      case FR -> FRENCH;
      case EN -> ENGLISH;
    };
  }

  /// The wording of this key, `{0}`, `{1}`… replaced by the arguments; arguments are not read
  /// again.
  ///
  /// @throws IllegalArgumentException when there is no such key
  public String say(String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no wording for " + key);
    }
    StringBuilder said = new StringBuilder(pattern.length() + 32);
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      boolean slot = c == '{' && at + 2 < pattern.length() && pattern.charAt(at + 2) == '}';
      if (slot) {
        said.append(arguments[pattern.charAt(at + 1) - '0']);
        at += 3;
      } else {
        said.append(c);
        at++;
      }
    }
    return said.toString();
  }

  /// The wording for a number of things: `key.one` for one (in French for none as well), else
  /// `key.many`; `{0}` is the number.
  public String count(String key, Language language, long number) {
    boolean one = number == 1 || (number == 0 && language == Language.FR);
    return say(key + (one ? ".one" : ".many"), number);
  }

  /// Every key that has a wording.
  public Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
