package fr.bastide.post.crossing;

import fr.bastide.airlock.mail.Mailbox;
import java.util.List;

/// What a mail server did with a message.
///
/// @param later for whom it may be tried again
/// @param never for whom it will not take it
/// @param why what the server said; for the operator
/// @param unreachable whether there was no server to say anything
record Delivery(List<Mailbox> later, List<Mailbox> never, String why, boolean unreachable) {

  Delivery {
    later = List.copyOf(later);
    never = List.copyOf(never);
  }
}
