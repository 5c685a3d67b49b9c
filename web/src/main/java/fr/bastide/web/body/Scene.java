package fr.bastide.web.body;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.body.Body;
import java.util.Set;

/// The body a page is about, and what whoever looks may do to it.
///
/// @param body the body
/// @param rights the acts that are allowed; buttons for others are not shown
/// @param example whether what is shown is invented: the pages then say so
public record Scene(Body body, Set<Act> rights, boolean example) {

  public Scene {
    rights = Set.copyOf(rights);
  }

  /// Whether a button for this act is shown.
  public boolean may(Act act) {
    return rights.contains(act);
  }

  /// The identifier of the body.
  public BodyId id() {
    return body.id();
  }

  /// The name of the body.
  public String name() {
    return body.name();
  }

  /// The path of a page of the body.
  ///
  /// @param rest what follows the body, such as `/plan`; empty for its first page
  public String at(String rest) {
    return "/bodies/" + body.id() + rest;
  }
}
