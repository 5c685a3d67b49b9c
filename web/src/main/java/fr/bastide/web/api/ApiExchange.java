package fr.bastide.web.api;

import fr.bastide.loop.access.Threshold;
import fr.bastide.web.access.RightFirst;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets routes take what was [Sent] and return a [Reply].
@Configuration(proxyBeanMethods = false)
class ApiExchange
    implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler {

  private final ObjectProvider<Threshold> threshold;

  ApiExchange(ObjectProvider<Threshold> threshold) {
    this.threshold = threshold;
  }

  /// The right to what a [Door] does is checked before what was sent is read.
  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(
        new RightFirst(
            threshold,
            route -> Optional.ofNullable(route.getMethodAnnotation(Door.class)).map(Door::act)));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(Sent.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    int most = Objects.requireNonNull(parameter.getParameterAnnotation(Sent.class)).most();
    byte[] bytes = bytes(request, most);
    Class<?> type = parameter.getParameterType();
    return type == byte[].class ? bytes : SentJson.read(bytes, type.asSubclass(Record.class));
  }

  private static byte[] bytes(HttpServletRequest request, int most) throws IOException {
    if (request.getContentLengthLong() <= most) {
      byte[] bytes = request.getInputStream().readNBytes(most + 1);
      if (bytes.length <= most) {
        return bytes;
      }
    }
    throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return type.getParameterType() == Reply.class;
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletResponse response =
        Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
    Reply<?> reply = (Reply<?>) Objects.requireNonNull(value);
    response.setStatus(reply.status().value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (reply.value().isPresent()) {
      byte[] body = WrittenJson.of(reply.value().get());
      response.setContentType(
          reply.status().isError()
              ? MediaType.APPLICATION_PROBLEM_JSON_VALUE
              : MediaType.APPLICATION_JSON_VALUE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
