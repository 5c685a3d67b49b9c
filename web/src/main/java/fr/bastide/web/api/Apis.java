package fr.bastide.web.api;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the routes share: where they are, and how paths and queries are read.
final class Apis {

  /// Where the first version of the API is.
  static final String V1 = "/api/v1";

  /// The media type of what is sent.
  static final String JSON = "application/json";

  private Apis() {}

  /// The body that a path names.
  ///
  /// @throws NotFound when it is not the form of one
  static BodyId body(String written) {
    try {
      return new BodyId(written);
    } catch (InvalidIdentifier notOne) {
      throw new NotFound(notOne);
    }
  }

  /// The account that a path names.
  ///
  /// @throws NotFound when it is not the form of one
  static AccountId account(String written) {
    return new AccountId(uuid(written));
  }

  /// The identifier that a path names.
  ///
  /// @throws NotFound when it is not the form of one
  static UUID uuid(String written) {
    if (written.length() != 36) {
      throw new NotFound();
    }
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException notOne) {
      throw new NotFound(notOne);
    }
  }

  /// A constant that a query names, if it names one.
  ///
  /// @throws Invalid when there is no such constant
  static <E extends Enum<E>> Optional<E> constant(
      String field, Class<E> type, Optional<String> written) {
    return written
        .filter(text -> !text.isEmpty())
        .map(text -> Spelling.read(type, text).orElseThrow(() -> none(field, type)))
        .map(type::cast);
  }

  /// The form of a body, where the query must name one it has.
  static Optional<BodyForm> form(Optional<String> written) {
    return constant("form", BodyForm.class, written);
  }

  private static Invalid none(String field, Class<?> type) {
    String all = Spelling.constants(type).map(Spelling::of).collect(Collectors.joining(", "));
    return new Invalid(
        field,
        new Text(
            "Le paramètre «\u00a0%s\u00a0» doit être l’une de ces valeurs\u00a0: %s."
                .formatted(field, all),
            "The parameter “%s” must be one of: %s.".formatted(field, all)));
  }
}
