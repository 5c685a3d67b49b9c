package fr.bastide.directory;

import fr.bastide.kernel.Text;
import java.util.Optional;

/// A label, qualification or membership of the field.
///
/// @param id its identifier, such as `passi`
/// @param name its name
/// @param issuer who gives it
/// @param says what holding it means, and what it does not
/// @param months for how long it is given, if its rules say so
/// @param verify web address where holders are listed
/// @param product given to solutions, not to firms
public record Label(
    String id,
    Text name,
    String issuer,
    Text says,
    Optional<Integer> months,
    String verify,
    boolean product) {}
