package fr.bastide.web.api;

import java.util.Optional;
import org.springframework.http.HttpStatus;

/// What a route answers.
///
/// @param status the HTTP status
/// @param value what is written as JSON; empty for no content
/// @param <T> its type when it went well, from which the document describes the answer
record Reply<T>(HttpStatus status, Optional<?> value) {

  /// An answer with content.
  static <T> Reply<T> of(T value) {
    return new Reply<>(HttpStatus.OK, Optional.of(value));
  }

  /// Something new was made.
  static <T> Reply<T> created(T value) {
    return new Reply<>(HttpStatus.CREATED, Optional.of(value));
  }

  /// A problem that tells more than problems do; [Door#conflict] describes it.
  static <T> Reply<T> conflict(Record problem) {
    return new Reply<>(HttpStatus.CONFLICT, Optional.of(problem));
  }

  /// It is done, and there is nothing to say.
  static Reply<Void> done() {
    return new Reply<>(HttpStatus.NO_CONTENT, Optional.empty());
  }
}
