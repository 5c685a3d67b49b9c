package fr.bastide.web.frame;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.web.Settings;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// What the layout and every page need to draw themselves for one request.
///
/// @param texts the wordings in the visitor's language
/// @param theme light, dark, or as the device says
/// @param path the path of the page, without query
/// @param query its query without the language and the theme; empty or starting with `&`
/// @param visitor who looks
/// @param navigation what exists for the visitor
/// @param centre the regional centre these pages speak for
/// @param assets turns the name of a style sheet, script or picture into its versioned URL
/// @param csrf the hidden field of every form; asked only when a form is drawn
public record Frame(
    Texts texts,
    Theme theme,
    String path,
    String query,
    Visitor visitor,
    Navigation navigation,
    Settings.Centre centre,
    UnaryOperator<String> assets,
    Supplier<CsrfField> csrf) {

  /// The hidden field that proves a form came from our own page.
  ///
  /// @param name the name of the field
  /// @param value its value
  public record CsrfField(String name, String value) {}

  /// One step of the path from the home page to this one.
  ///
  /// @param label its name, already in the visitor's language
  /// @param path where it is; empty for the present page
  public record Crumb(String label, String path) {}

  /// The language of the page.
  public Language language() {
    return texts.language();
  }

  /// A wording.
  public String t(String key) {
    return texts.get(key);
  }

  /// A wording with arguments.
  public String t(String key, Object first, Object... more) {
    return texts.get(key, first, more);
  }

  /// A text that carries both languages, in this one.
  public String t(Text text) {
    return text.in(language());
  }

  /// A moment as one says it, in the time of France: `24 novembre 2026 à 8 h 30`.
  public String date(Instant at) {
    String pattern =
        switch (language()) {
          case FR -> "d\u00a0MMMM\u00a0yyyy 'à' H'\u00a0h\u00a0'mm";
          case EN -> "d\u00a0MMMM\u00a0yyyy 'at' HH:mm";
        };
    return DateTimeFormatter.ofPattern(pattern, language().locale())
        .format(at.atZone(AssessmentDesk.ZONE));
  }

  /// The versioned URL of an asset such as `bastide.css`.
  public String asset(String name) {
    return assets.apply(name);
  }

  /// This page in another language.
  public String inLanguage(Language other) {
    return path + "?lang=" + other.tag() + query;
  }

  /// This page in another theme.
  public String inTheme(Theme other) {
    return path + "?theme=" + other.tag() + query;
  }

  /// A step named by a key.
  public Crumb crumb(String key, String where) {
    return new Crumb(t(key), where);
  }
}
