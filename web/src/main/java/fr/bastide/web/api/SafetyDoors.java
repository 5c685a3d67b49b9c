package fr.bastide.web.api;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.web.access.OpenSessions;
import fr.bastide.web.access.Passkeys;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What opens one's own account: the password, passkeys, and the sessions that are open. A passkey
/// is added in a browser alone, by the device that holds it.
@Controller
@RequestMapping(Apis.V1 + "/account")
class SafetyDoors {

  private final AccountDesk accounts;
  private final OpenSessions sessions;
  private final Passkeys passkeys;

  SafetyDoors(AccountDesk accounts, OpenSessions sessions, Passkeys passkeys) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passkeys = passkeys;
  }

  /// A new password.
  ///
  /// @param present the present one; may be left out by whoever has none yet
  record SentPassword(Optional<String> present, String password) {}

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Change son mot de passe\u00a0; toutes ses sessions prennent fin.",
      en = "Changes one’s password; all one’s sessions end.",
      status = 204)
  @PostMapping(path = "/password", consumes = Apis.JSON)
  Reply<Void> password(Caller caller, @Sent SentPassword sent) {
    AccountId self = self(caller);
    accounts.changePassword(caller, sent.present().orElse(""), sent.password());
    sessions.endOthers(self, Optional.empty());
    return Reply.done();
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Ses sessions ouvertes, la dernière utilisée d’abord.",
      en = "One’s open sessions, the latest used first.")
  @GetMapping("/sessions")
  Reply<List<OpenSessions.Listed>> sessions(Caller caller) {
    return Reply.of(sessions.of(self(caller)));
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Met fin à toutes ses sessions.",
      en = "Ends all one’s sessions.",
      status = 204)
  @DeleteMapping("/sessions")
  Reply<Void> endAll(Caller caller) {
    sessions.endOthers(self(caller), Optional.empty());
    return Reply.done();
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Met fin à l’une de ses sessions.",
      en = "Ends one of one’s sessions.",
      status = 204)
  @DeleteMapping("/sessions/{session}")
  Reply<Void> end(Caller caller, @PathVariable String session) {
    if (!sessions.end(self(caller), session)) {
      throw new NotFound();
    }
    return Reply.done();
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Ses clés d’accès, la plus récente d’abord.",
      en = "One’s passkeys, the newest first.")
  @GetMapping("/passkeys")
  Reply<List<Passkeys.Listed>> passkeys(Caller caller) {
    return Reply.of(passkeys.of(self(caller)));
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Retire l’une de ses clés d’accès.",
      en = "Removes one of one’s passkeys.",
      status = 204)
  @DeleteMapping("/passkeys/{passkey}")
  Reply<Void> forget(Caller caller, @PathVariable String passkey) {
    if (!passkeys.remove(self(caller), passkey)) {
      throw new NotFound();
    }
    return Reply.done();
  }

  /// Whoever asks, once it is certain that they may.
  private AccountId self(Caller caller) {
    return accounts.own(caller).id();
  }
}
