package fr.bastide.web.frame;

import fr.bastide.kernel.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// What a visitor chose about the pages, kept in two cookies that say nothing else.
///
/// @param language French unless the visitor, or failing that the browser, asks for English
/// @param theme as the device says unless the visitor chose
public record Preferences(Language language, Theme theme) {

  /// The cookie of the language, `fr` or `en`.
  static final String LANGUAGE_COOKIE = "bastide-lang";

  /// The cookie of the theme, `auto`, `light` or `dark`.
  static final String THEME_COOKIE = "bastide-theme";

  private static final Duration KEPT = Duration.ofDays(365);

  /// The preferences that came with a request.
  public static Preferences of(HttpServletRequest request) {
    Language language =
        cookie(request, LANGUAGE_COOKIE)
            .or(() -> Optional.ofNullable(request.getHeader("Accept-Language")))
            .map(Language::of)
            .orElse(Language.FR);
    Theme theme = cookie(request, THEME_COOKIE).flatMap(Theme::of).orElse(Theme.AUTO);
    return new Preferences(language, theme);
  }

  /// Keeps the language in the visitor's browser for a year.
  public static void keepLanguage(
      Language language, HttpServletRequest request, HttpServletResponse response) {
    keep(LANGUAGE_COOKIE, language.tag(), request, response);
  }

  /// Keeps the theme in the visitor's browser for a year.
  static void keepTheme(Theme theme, HttpServletRequest request, HttpServletResponse response) {
    keep(THEME_COOKIE, theme.tag(), request, response);
  }

  private static void keep(
      String name, String value, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }
}
