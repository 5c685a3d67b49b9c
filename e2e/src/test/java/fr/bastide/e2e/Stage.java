package fr.bastide.e2e;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the browser and the servers to whichever test asks, each opened once and closed after the
/// last test.
final class Stage implements ParameterResolver {

  private static final Map<Class<?>, Supplier<?>> OPENERS =
      Map.of(
          Chromium.class, Chromium::open,
          Town.class, Town::found,
          Demo.class, Demo::open);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return OPENERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Supplier<?> opener = OPENERS.getOrDefault(type, () -> new AssertionError(type));
    return context
        .getRoot()
        .getStore(Namespace.create(Stage.class))
        .computeIfAbsent(type, key -> opener.get());
  }
}
