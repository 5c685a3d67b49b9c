package fr.bastide.web.api;

import fr.bastide.loop.access.Act;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes one route of the API; the OpenAPI document is drawn from these and from the routes
/// themselves, so that it cannot say anything else.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Door {

  /// The act that the caller must be entitled to, and with it the scope that a token needs.
  Act act();

  /// What else the caller must be entitled to; a token needs the scopes of both.
  Act[] also() default {};

  /// What it does, in French.
  String fr();

  /// What it does, in English.
  String en();

  /// The media type of the answer.
  String media() default "application/json";

  /// The status when it went well.
  int status() default 200;

  /// The members that a conflict (409) adds to those of a problem; none by default.
  Class<?> conflict() default Void.class;

  /// The name of the schema of a JSON file, among those of `api/schemas.json`.
  String schema() default "";
}
