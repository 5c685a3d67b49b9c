package fr.bastide.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tells the document which words a parameter of the query may be; the code behind the route reads
/// them itself.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface OneOf {

  /// The type whose constants these are, spelt as [Spelling] has it.
  Class<? extends Enum<?>> constants() default None.class;

  /// The words, when they are no constants.
  String[] words() default {};

  /// No constants.
  enum None {}
}
