package fr.bastide.web.frame;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.LoopException;
import fr.bastide.loop.NotFound;
import fr.bastide.print.PrintException;
import fr.bastide.store.StoreException;
import org.springframework.http.HttpStatus;

/// The HTTP status of each way in which a use case may not happen.
final class Refusals {

  private Refusals() {}

  static HttpStatus status(BastideException failure) {
    return switch (failure) {
      case LoopException refusal -> status(refusal);
      // Nobody's input is wrong: the house itself cannot go on, and whoever runs it must know.
      case StoreException _ -> HttpStatus.SERVICE_UNAVAILABLE;
      case PrintException _ -> HttpStatus.INTERNAL_SERVER_ERROR;
      default -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
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
