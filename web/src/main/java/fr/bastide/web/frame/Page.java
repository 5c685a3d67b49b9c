package fr.bastide.web.frame;

import gg.jte.models.runtime.JteModel;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/// What a controller answers with: a template filled in, once the frame of the request is known.
///
///     return Page.of(frame -> templates.flashStart(frame, questions));
///
/// @param status the HTTP status, nearly always 200
/// @param body the template for a frame
public record Page(HttpStatus status, Function<Frame, JteModel> body) {

  /// A page that is found.
  public static Page of(Function<Frame, JteModel> body) {
    return new Page(HttpStatus.OK, body);
  }

  /// The same page with another status, for instance 422 when a form has to be shown again.
  public Page with(HttpStatus other) {
    return new Page(other, body);
  }
}
