package fr.bastide.web.register;

import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;

/// What whoever looks may do from here.
///
/// @param open whether the pages of a body can be opened
/// @param add whether bodies can be added
/// @param invite whether its first people can be invited
public record RegisterRights(boolean open, boolean add, boolean invite) {

  static RegisterRights of(Caller caller) {
    return new RegisterRights(
        holds(caller, Act.SEE_BODY),
        holds(caller, Act.ADD_BODIES),
        holds(caller, Act.INVITE_TO_BODY));
  }

  private static boolean holds(Caller caller, Act act) {
    return caller.centreRoles().anyMatch(act.rule().centre()::contains);
  }
}
