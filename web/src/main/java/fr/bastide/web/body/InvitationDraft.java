package fr.bastide.web.body;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.access.BodyRole;
import java.util.Optional;

/// What was typed to invite somebody, and what is wrong with it.
public record InvitationDraft(String email, String role, String language, Optional<Text> wrong) {

  /// A form to fill in.
  public static InvitationDraft empty(Language language) {
    return new InvitationDraft("", BodyRole.REFERENT.name(), language.tag(), Optional.empty());
  }

  /// The same, with what is wrong with it.
  public InvitationDraft wrong(Text text) {
    return new InvitationDraft(email, role, language, Optional.of(text));
  }
}
