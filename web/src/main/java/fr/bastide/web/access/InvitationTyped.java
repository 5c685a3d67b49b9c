package fr.bastide.web.access;

import fr.bastide.kernel.Text;
import java.util.Optional;

/// What was typed into the form of an invitation.
///
/// @param email the address, when the invitation has none
/// @param name the name
/// @param problem what cannot be accepted
/// @param field the field concerned; empty when it is the whole
public record InvitationTyped(String email, String name, Optional<Text> problem, String field) {

  /// Nothing yet.
  static final InvitationTyped NOTHING = new InvitationTyped("", "", Optional.empty(), "");
}
