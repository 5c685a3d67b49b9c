package fr.bastide.web.frame;

import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The wordings of the pages in one language.
///
/// Each page package keeps its own beside its name: the key `flash.title` is in
/// `fr/bastide/web/flash/texts_fr.properties` and `texts_en.properties`, UTF-8. A wording with
/// arguments is a [MessageFormat] pattern; an apostrophe is written ’, so that none needs doubling.
public final class Texts {

  private static final Texts FRENCH = new Texts(Language.FR);
  private static final Texts ENGLISH = new Texts(Language.EN);

  private final Language language;
  private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();

  private Texts(Language language) {
    this.language = language;
  }

  /// The wordings in a language; read once, when first needed.
  public static Texts in(Language language) {
    return switch (language) {
      case FR -> FRENCH;
      case EN -> ENGLISH;
    };
  }

  /// The language of these wordings.
  public Language language() {
    return language;
  }

  /// A wording without arguments, as written in the bundle.
  ///
  /// @throws IllegalArgumentException when there is no such key: a mistake in a page
  public String get(String key) {
    int dot = key.indexOf('.');
    if (dot <= 0) {
      throw new IllegalArgumentException("a key names its package first: " + key);
    }
    String wording = bundles.computeIfAbsent(key.substring(0, dot), this::load).get(key);
    if (wording == null) {
      throw new IllegalArgumentException("no wording for " + key + " in " + language.tag());
    }
    return wording;
  }

  /// A wording with its arguments `{0}`, `{1}`…, numbers and dates written as in this language.
  public String get(String key, Object first, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = first;
    System.arraycopy(more, 0, arguments, 1, more.length);
    return new MessageFormat(get(key), language.locale()).format(arguments);
  }

  private Map<String, String> load(String room) {
    String file = "/fr/bastide/web/" + room + "/texts_" + language.tag() + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no wordings at " + file);
      }
      Properties properties = new Properties();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
