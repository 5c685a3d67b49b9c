package fr.bastide.web.access;

import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Says for whom the present request works; a controller gets it by taking a [Caller].
@Configuration(proxyBeanMethods = false)
public class Callers implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private final ObjectProvider<Threshold> threshold;

  Callers(ObjectProvider<Threshold> threshold) {
    this.threshold = threshold;
  }

  /// The caller of the request that this thread serves: a person, a program, or a visitor.
  public static Caller present() {
    return switch (SecurityContextHolder.getContext().getAuthentication()) {
      case SignedIn person -> person.account().caller();
      case ProgramCall program -> program.caller();
      case null, default -> Caller.VISITOR;
    };
  }

  /// The right that a page names is checked before anything else.
  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(
        new RightFirst(
            threshold,
            page ->
                Optional.ofNullable(page.getMethodAnnotation(Requires.class))
                    .map(Requires::value)));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Caller.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return present();
  }
}
