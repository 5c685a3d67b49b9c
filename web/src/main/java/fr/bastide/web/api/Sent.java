package fr.bastide.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the argument that holds what the program sent: a record read from JSON by [SentJson], or
/// the bytes of a file as they came.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Sent {

  /// The most bytes that are read; more is refused before it is kept in memory.
  int most() default SentJson.MAX_BYTES;
}
