package fr.bastide.web;

import fr.bastide.loop.account.Secrets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The link of an invitation, as whoever invites for a body may see it: only where no mail leaves,
/// to hand it over in person. Where mail does, the person invited alone reads it, so that nobody
/// else can make the account.
@Component
public final class InvitationLinks {

  private final PublicAddress address;
  private final boolean mailed;

  @Autowired
  InvitationLinks(PublicAddress address, Settings settings) {
    this(address, settings.mail().host().isPresent());
  }

  /// Links to this address.
  ///
  /// @param mailed whether letters leave by mail
  public InvitationLinks(PublicAddress address, boolean mailed) {
    this.address = address;
    this.mailed = mailed;
  }

  /// The link to show this once, or nothing.
  public Optional<String> shown(Secrets.Secret secret) {
    return mailed ? Optional.empty() : Optional.of(address + "/invitation/" + secret.value());
  }
}
