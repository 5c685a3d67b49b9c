package fr.bastide.web.access;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Checks the right before Spring reads what was sent: whoever may not do something is told so,
/// whatever the request holds. The use case checks again when it does the work.
public final class RightFirst implements HandlerInterceptor {

  private final ObjectProvider<Threshold> threshold;
  private final Function<HandlerMethod, Optional<Act>> acts;

  /// One for the handlers of which this knows the act.
  public RightFirst(
      ObjectProvider<Threshold> threshold, Function<HandlerMethod, Optional<Act>> acts) {
    this.threshold = threshold;
    this.acts = acts;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      acts.apply(method).ifPresent(act -> require(act, request));
    }
    return true;
  }

  private void require(Act act, HttpServletRequest request) {
    Caller caller = Callers.present();
    switch (act.rule().target()) {
      case BODY -> threshold.getObject().require(caller, act, body(request));
      case TERRITORY, ONESELF, PUBLIC -> threshold.getObject().gate().require(caller, act);
    }
  }

  private static BodyId body(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get("body") instanceof String written) {
      try {
        return new BodyId(written);
      } catch (InvalidIdentifier notOne) {
        throw new NotFound(notOne);
      }
    }
    throw new IllegalStateException("an act on a body needs {body} in its path");
  }
}
