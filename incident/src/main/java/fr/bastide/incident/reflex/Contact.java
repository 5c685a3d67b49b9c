package fr.bastide.incident.reflex;

import fr.bastide.kernel.Text;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Whom to call.
///
/// @param id its name, such as `cert-fr`
/// @param name who it is
/// @param numbers telephone numbers as one dials them; none when everyone has another one
/// @param address where to reach it on the web, if it can be
/// @param help when to call, or where the number is found
public record Contact(
    String id, Text name, List<String> numbers, Optional<URI> address, Text help) {

  public Contact {
    numbers = List.copyOf(numbers);
  }
}
