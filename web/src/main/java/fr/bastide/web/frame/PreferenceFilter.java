package fr.bastide.web.frame;

import fr.bastide.kernel.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/// `?lang=en` or `?theme=dark` on any page keeps the choice in a cookie and shows the same page
/// again, without the parameter.
@Component
@Order(0)
class PreferenceFilter extends OncePerRequestFilter {

  private static final String LANGUAGE = "lang";
  private static final String THEME = "theme";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Language> language = parameter(request, LANGUAGE).map(Language::of);
    Optional<Theme> theme = parameter(request, THEME).flatMap(Theme::of);
    if (language.isEmpty() && theme.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    language.ifPresent(chosen -> Preferences.keepLanguage(chosen, request, response));
    theme.ifPresent(chosen -> Preferences.keepTheme(chosen, request, response));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.LOCATION, samePage(request));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("GET")
        || request.getQueryString() == null
        || request.getRequestURI().startsWith("//")
        || request.getRequestURI().startsWith("/api/");
  }

  private static Optional<String> parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  private static String samePage(HttpServletRequest request) {
    return UriComponentsBuilder.fromPath(request.getRequestURI())
        .query(request.getQueryString())
        .replaceQueryParam(LANGUAGE)
        .replaceQueryParam(THEME)
        .build()
        .toUriString();
  }
}
