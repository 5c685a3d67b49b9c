package fr.bastide.telemetry;

/// Takes events one after another.
@FunctionalInterface
public interface EventSink {

  /// Takes one event, which is valid during this call only: [Event#keep()] makes one that lasts.
  void accept(Event event);
}
