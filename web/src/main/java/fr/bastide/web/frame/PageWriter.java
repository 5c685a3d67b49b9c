package fr.bastide.web.frame;

import fr.bastide.web.Settings;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws a page into a response.
@Component
public class PageWriter {

  private final List<NavigationSource> navigation;
  private final VisitorSource visitors;
  private final ObjectProvider<ResourceUrlProvider> assets;
  private final Settings settings;

  PageWriter(
      List<NavigationSource> navigation,
      VisitorSource visitors,
      ObjectProvider<ResourceUrlProvider> assets,
      Settings settings) {
    this.navigation = navigation;
    this.visitors = visitors;
    this.assets = assets;
    this.settings = settings;
  }

  /// Writes the whole answer: status, headers, body.
  public void write(Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Frame frame = frame(request);
    Utf8ByteOutput output = new Utf8ByteOutput();
    page.body().apply(frame).render(output);
    response.setStatus(page.status().value());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, frame.language().tag());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    response.setContentLength(output.getContentLength());
    if (!request.getMethod().equals("HEAD")) {
      output.writeTo(response.getOutputStream()::write);
    }
  }

  private Frame frame(HttpServletRequest request) {
    Preferences preferences = Preferences.of(request);
    Visitor visitor = visitors.of(request);
    String path = path(request);
    return new Frame(
        Texts.in(preferences.language()),
        preferences.theme(),
        path,
        query(request),
        visitor,
        Navigation.of(navigation, visitor, path),
        settings.centre(),
        this::assetUrl,
        () -> csrf(request));
  }

  private static String path(HttpServletRequest request) {
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
            ? original
            : request.getRequestURI();
    // A path that starts with two slashes would be read as another host in a link.
    return path.startsWith("//") || !path.startsWith("/") ? "/" : path;
  }

  private static String query(HttpServletRequest request) {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String own = forwarded instanceof String text ? text : request.getQueryString();
    if (own == null) {
      return "";
    }
    String rest =
        UriComponentsBuilder.newInstance()
            .query(own)
            .replaceQueryParam("lang")
            .replaceQueryParam("theme")
            .build()
            .toUriString();
    return rest.isEmpty() ? "" : "&" + rest.substring(1);
  }

  private String assetUrl(String name) {
    return Optional.ofNullable(assets.getObject().getForLookupPath(Assets.PREFIX + name))
        .orElseThrow(() -> new IllegalArgumentException("no asset named " + name));
  }

  private static Frame.CsrfField csrf(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      return new Frame.CsrfField(token.getParameterName(), token.getToken());
    }
    throw new IllegalStateException("this page draws a form outside the reach of CSRF protection");
  }
}
