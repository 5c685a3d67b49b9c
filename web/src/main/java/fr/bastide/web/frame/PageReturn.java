package fr.bastide.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Lets controllers return a [Page] or a [Redirect].
final class PageReturn implements HandlerMethodReturnValueHandler {

  private final PageWriter writer;

  PageReturn(PageWriter writer) {
    this.writer = writer;
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    Class<?> returned = type.getParameterType();
    return returned == Page.class || returned == Redirect.class || returned == Object.class;
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletResponse response =
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
    switch (value) {
      case Page page ->
          writer.write(
              page,
              Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
              response);
      case Redirect(String path) -> {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
      }
      case null, default -> throw new IllegalStateException("neither page nor redirect: " + type);
    }
  }
}
