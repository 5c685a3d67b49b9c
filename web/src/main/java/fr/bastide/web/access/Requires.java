package fr.bastide.web.access;

import fr.bastide.loop.access.Act;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a page with the act that the caller must be entitled to before anything that was sent is
/// read. Every page that changes something has one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

  /// The act.
  Act value();
}
