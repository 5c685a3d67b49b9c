package fr.bastide.loop.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a use case with the act it is: the authorisation matrix is generated from these.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UseCase {

  /// The act that the caller must be entitled to.
  Act value();
}
