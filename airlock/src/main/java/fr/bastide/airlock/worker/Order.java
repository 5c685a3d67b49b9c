package fr.bastide.airlock.worker;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Policy;

/// What a worker is asked to do with one file.
sealed interface Order {

  Policy policy();

  /// The bytes that go with the order.
  Content content();

  /// Find out what it is and rebuild it.
  record Disarm(Content content, Policy policy) implements Order {}

  /// Look through what another worker rebuilt.
  record Inspect(Content content, ContentType type, Policy policy) implements Order {}
}
