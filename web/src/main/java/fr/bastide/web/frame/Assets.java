package fr.bastide.web.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Style sheets, scripts and pictures under `/assets/`: each URL carries the hash of its content,
/// so that a browser may keep it for a year and still sees a change at once.
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

  /// Where all of them are.
  static final String PREFIX = "/assets/";

  private static final String WEBJARS = "classpath:/META-INF/resources/webjars/";
  private static final Duration KEPT = Duration.ofDays(365);

  private final PageWriter writer;

  Assets(PageWriter writer) {
    this.writer = writer;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    Build build = Build.present();
    serve(registry, "own/**", "classpath:/fr/bastide/web/assets/").addResolver(new StyleSheet());
    serve(registry, "bootstrap/**", WEBJARS + "bootstrap/" + build.bootstrap() + "/css/");
    serve(registry, "htmx/**", WEBJARS + "htmx.org/" + build.htmx() + "/dist/");
    serve(registry, "leaflet/**", WEBJARS + "leaflet/" + build.leaflet() + "/dist/");
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(new PageReturn(writer));
  }

  /// A weak validator: the URL carries the strong one.
  private static String etag(Resource resource) {
    try {
      return "W/\"%x-%x\"".formatted(resource.contentLength(), resource.lastModified());
    } catch (IOException e) {
      throw new UncheckedIOException(resource.getDescription(), e);
    }
  }

  private static ResourceChainRegistration serve(
      ResourceHandlerRegistry registry, String pattern, String location) {
    return registry
        .addResourceHandler(PREFIX + pattern)
        .addResourceLocations(location)
        .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
        .setEtagGenerator(Assets::etag)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }
}
