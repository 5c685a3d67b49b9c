package fr.bastide.web.frame;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Says what went wrong: as a page with a next step, or as problem details (RFC 9457) to a program.
@Component
public class ErrorPages {

  /// The request attribute with the name of the field that cannot be accepted, told to programs.
  static final String FIELD = ErrorPages.class.getName() + ".field";

  /// The request attribute with what the log tells of a failure that is not the visitor's. Not the
  /// servlet's own: its presence alone makes the server answer 500.
  static final String CAUSE = ErrorPages.class.getName() + ".cause";

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  /// The status says what kind of problem it is (RFC 9457, 4.2.1).
  private static final URI NO_TYPE = URI.create("about:blank");

  private static final Set<Integer> OWN_WORDING =
      Set.of(400, 401, 403, 404, 405, 409, 410, 413, 429, 500, 503);

  /// What a link led to is no longer there: 410, with its usual wording.
  public static final class Gone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Because of this.
    public Gone(RuntimeException cause) {
      super(cause);
    }
  }

  private final Templates templates = new StaticTemplates();
  private final PageWriter writer;
  private final JsonMapper json;

  ErrorPages(PageWriter writer, JsonMapper json) {
    this.writer = writer;
    this.json = json;
  }

  /// Answers with a status and its usual wording.
  public void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(status, Optional.empty(), reference(status, request), request, response);
  }

  /// Answers with a status and a text that says more than the usual wording.
  public void write(
      HttpStatus status, Text text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(status, Optional.of(text), reference(status, request), request, response);
  }

  /// Asks to come back in a moment, when nothing has failed.
  void writeBusy(Text text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(HttpStatus.SERVICE_UNAVAILABLE, Optional.of(text), Optional.empty(), request, response);
  }

  /// Sends a person to the sign-in page and back here afterwards; tells a program that it needs a
  /// token.
  public void askToSignIn(Text text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (wantsProblem(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      write(HttpStatus.UNAUTHORIZED, text, request, response);
      return;
    }
    String then = "";
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      then =
          "?then="
              + URLEncoder.encode(
                  request.getRequestURI() + (query == null ? "" : "?" + query),
                  StandardCharsets.UTF_8);
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(HttpHeaders.LOCATION, "/sign-in" + then);
  }

  private void answer(
      HttpStatus status,
      Optional<Text> text,
      Optional<String> reference,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (wantsProblem(request)) {
      problem(status, text, reference, request, response);
      return;
    }
    writer.write(
        Page.of(frame ->
                templates.frameError(
                    frame,
                    frame.t(key(status, "title")),
                    text.map(frame::t).orElseGet(() -> frame.t(key(status, "text"))),
                    reference))
            .with(status),
        request,
        response);
  }

  private void problem(
      HttpStatus status,
      Optional<Text> text,
      Optional<String> reference,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Language language = Preferences.of(request).language();
    Texts texts = Texts.in(language);
    ProblemDetail detail =
        ProblemDetail.forStatusAndDetail(
            status, text.map(t -> t.in(language)).orElseGet(() -> texts.get(key(status, "text"))));
    detail.setType(NO_TYPE);
    detail.setTitle(texts.get(key(status, "title")));
    detail.setInstance(URI.create(path(request)));
    reference.ifPresent(r -> detail.setProperty("reference", r));
    if (request.getAttribute(FIELD) instanceof String field) {
      detail.setProperty("field", field);
    }
    byte[] body = json.writeValueAsBytes(detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Optional<String> reference(HttpStatus status, HttpServletRequest request) {
    if (!status.is5xxServerError()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[4];
    ThreadLocalRandom.current().nextBytes(bytes);
    String reference = HexFormat.of().withUpperCase().formatHex(bytes);
    Optional<Throwable> cause =
        Stream.of(CAUSE, RequestDispatcher.ERROR_EXCEPTION)
            .map(request::getAttribute)
            .filter(Throwable.class::isInstance)
            .map(Throwable.class::cast)
            .findFirst();
    cause.ifPresentOrElse(
        failure -> LOG.error("failure {}", reference, failure),
        () -> LOG.error("failure {} with status {}", reference, status.value()));
    return Optional.of(reference);
  }

  private static String key(HttpStatus status, String part) {
    int code = status.value();
    String name =
        OWN_WORDING.contains(code)
            ? Integer.toString(code)
            : status.is5xxServerError() ? "500" : "400";
    return "frame.error." + name + "." + part;
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
        ? original
        : request.getRequestURI();
  }

  /// Whether the client is a program: it calls the API, or prefers JSON to a page.
  static boolean wantsProblem(HttpServletRequest request) {
    if (path(request).startsWith("/api/")) {
      return true;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null) {
      return false;
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .findFirst()
          .filter(type -> type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"))
          .isPresent();
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
