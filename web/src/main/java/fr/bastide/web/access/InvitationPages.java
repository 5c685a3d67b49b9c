package fr.bastide.web.access;

import fr.bastide.kernel.Language;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.Invitation;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.web.frame.ErrorPages;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a link sent by mail, or printed at the first start, leads to.
@Controller
class InvitationPages {

  private final Templates templates = new StaticTemplates();
  private final AccountDesk accounts;
  private final ObjectProvider<SignInDesk> desk;
  private final Entrance entrance;
  private final OpenSessions sessions;

  InvitationPages(
      AccountDesk accounts,
      ObjectProvider<SignInDesk> desk,
      Entrance entrance,
      OpenSessions sessions) {
    this.accounts = accounts;
    this.desk = desk;
    this.entrance = entrance;
    this.sessions = sessions;
  }

  @GetMapping("/invitation/{secret}")
  Object show(Caller caller, @PathVariable String secret) {
    if (!caller.known() && kind(find(secret)) == InvitationKind.KNOWN) {
      return Redirect.to("/sign-in?done=known&then=/invitation/" + secret);
    }
    return page(secret, InvitationTyped.NOTHING);
  }

  @Requires(Act.SIGN_IN)
  @PostMapping("/invitation/{secret}")
  Object accept(
      Caller caller,
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Invitation invitation = find(secret);
    InvitationKind kind = kind(invitation);
    Language language = Preferences.of(request).language();
    try {
      Account account = accounts.accept(caller, secret, email, name, password, language);
      return switch (kind) {
        case NEW -> {
          entrance.welcome(account, request, response);
          yield Redirect.to("/account?done=welcome");
        }
        case KNOWN -> Redirect.to(entrance.welcome(account, request, response));
        case PASSWORD -> {
          sessions.endOthers(account.id(), Optional.empty());
          yield Redirect.to("/sign-in?done=password");
        }
      };
    } catch (Invalid refused) {
      return page(
              secret,
              new InvitationTyped(email, name, Optional.of(refused.text()), refused.field()))
          .with(HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Conflict refused) {
      return page(secret, new InvitationTyped(email, name, Optional.of(refused.text()), "email"))
          .with(HttpStatus.CONFLICT);
    }
  }

  private Page page(String secret, InvitationTyped typed) {
    Invitation invitation = find(secret);
    InvitationKind kind = kind(invitation);
    return Page.of(frame -> templates.accessInvitation(frame, kind, invitation.email(), typed));
  }

  private Invitation find(String secret) {
    try {
      return accounts.invitation(Caller.VISITOR, secret);
    } catch (NotFound gone) {
      throw new ErrorPages.Gone(gone);
    }
  }

  private InvitationKind kind(Invitation invitation) {
    if (invitation.membership().isEmpty()) {
      return InvitationKind.PASSWORD;
    }
    boolean known =
        invitation
            .email()
            .flatMap(email -> desk.getObject().provenByEmail(Caller.VISITOR, email))
            .isPresent();
    return known ? InvitationKind.KNOWN : InvitationKind.NEW;
  }
}
