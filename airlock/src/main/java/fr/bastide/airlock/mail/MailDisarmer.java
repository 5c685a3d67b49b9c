package fr.bastide.airlock.mail;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import java.util.Set;

/// Rebuilds a message: parsed whole, its parts rebuilt, its header written anew from an allow-list,
/// and all of it written in one form. The same message gives the same bytes.
public final class MailDisarmer implements Disarmer {

  /// A disarmer of mail; it keeps no state.
  public MailDisarmer() {}

  @Override
  public Set<ContentType> types() {
    return Set.of(ContentType.MAIL);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    Ledger ledger = new Ledger();
    RawPart raw = MimeReading.read(content.bytes(), bench, ledger);
    MailMessage message =
        new MailMessage(
            CanonicalHead.of(raw.head(), content.bytes(), ledger),
            new PartRebuilding(bench, ledger).whole(raw));
    return new Outcome.Rebuilt(
        LeavingNames.content(content, ContentType.MAIL, message.write()),
        ContentType.MAIL,
        ledger.list());
  }
}
