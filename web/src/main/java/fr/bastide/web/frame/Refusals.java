package fr.bastide.web.frame;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.LoopException;
import fr.bastide.loop.NotFound;
import org.springframework.http.HttpStatus;

/// The HTTP status of each way in which a use case may not happen.
final class Refusals {

  private Refusals() {}

  static HttpStatus status(BastideException failure) {
    return failure instanceof LoopException refusal
        ? status(refusal)
        : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private static HttpStatus status(LoopException refusal) {
    return switch (refusal) {
      case NotFound _ -> HttpStatus.NOT_FOUND;
      case Denied _ -> HttpStatus.FORBIDDEN;
      case Invalid _ -> HttpStatus.UNPROCESSABLE_CONTENT;
      case Conflict _ -> HttpStatus.CONFLICT;
    };
  }
}
