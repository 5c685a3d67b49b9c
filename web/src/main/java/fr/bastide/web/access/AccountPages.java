package fr.bastide.web.access;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.LoopException;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.Secrets;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account: name, language, password, passkeys, open sessions, tokens of programs.
@Controller
class AccountPages {

  private static final Set<String> DONE =
      Set.of("welcome", "profile", "password", "passkey", "session", "token");

  private final Templates templates = new StaticTemplates();
  private final AccountDesk accounts;
  private final OpenSessions sessions;
  private final Passkeys passkeys;

  AccountPages(AccountDesk accounts, OpenSessions sessions, Passkeys passkeys) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passkeys = passkeys;
  }

  @GetMapping("/account")
  Page account(
      Caller caller, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    Optional<String> notice =
        DONE.contains(done) ? Optional.of("access.account.done." + done) : Optional.empty();
    return page(caller, request, Optional.empty(), notice, Optional.empty());
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping("/account/profile")
  Object profile(
      Caller caller,
      @RequestParam String name,
      @RequestParam String language,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      accounts.setProfile(caller, name, Language.of(language));
    } catch (Invalid refused) {
      return refused(caller, request, refused);
    }
    Preferences.keepLanguage(Language.of(language), request, response);
    return Redirect.to("/account?done=profile");
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping("/account/password")
  Object password(
      Caller caller,
      @RequestParam(defaultValue = "") String present,
      @RequestParam String password,
      HttpServletRequest request) {
    try {
      accounts.changePassword(caller, present, password);
    } catch (Invalid refused) {
      return refused(caller, request, refused);
    }
    sessions.endOthers(id(caller), Optional.of(request.getSession().getId()));
    return Redirect.to("/account?done=password");
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping("/account/sessions/{handle}/end")
  Redirect endSession(Caller caller, @PathVariable String handle) {
    accounts.own(caller);
    sessions.end(id(caller), handle);
    return Redirect.to("/account?done=session#sessions");
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping("/account/sessions/end-others")
  Redirect endOthers(Caller caller, HttpServletRequest request) {
    accounts.own(caller);
    sessions.endOthers(id(caller), Optional.of(request.getSession().getId()));
    return Redirect.to("/account?done=session#sessions");
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping("/account/passkeys/{handle}/remove")
  Redirect removePasskey(Caller caller, @PathVariable String handle) {
    accounts.own(caller);
    passkeys.remove(id(caller), handle);
    return Redirect.to("/account?done=passkey#passkeys");
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping("/account/tokens")
  Page newToken(
      Caller caller,
      @RequestParam String label,
      @RequestParam(defaultValue = "") List<String> scope,
      @RequestParam(defaultValue = "90") int days,
      HttpServletRequest request) {
    try {
      Secrets.Secret secret =
          accounts.newToken(caller, label, scopes(scope), Duration.ofDays(days));
      return page(caller, request, Optional.of(secret.value()), Optional.empty(), Optional.empty());
    } catch (Invalid | Conflict refused) {
      return refused(caller, request, refused);
    }
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping("/account/tokens/{id}/revoke")
  Redirect revokeToken(Caller caller, @PathVariable UUID id) {
    accounts.revokeToken(caller, id);
    return Redirect.to("/account?done=token#tokens");
  }

  private Page refused(Caller caller, HttpServletRequest request, LoopException refused) {
    return page(caller, request, Optional.empty(), Optional.empty(), Optional.of(refused))
        .with(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Page page(
      Caller caller,
      HttpServletRequest request,
      Optional<String> secret,
      Optional<String> done,
      Optional<LoopException> refused) {
    Account account = accounts.own(caller);
    AccountView view =
        new AccountView(
            account,
            sessions.of(account.id()),
            OpenSessions.handle(request.getSession().getId()),
            passkeys.of(account.id()),
            passkeys.host(),
            accounts.tokens(caller),
            secret,
            done,
            refused.map(LoopException::text),
            refused.map(AccountPages::field).orElse(""));
    return Page.of(frame -> templates.accessAccount(frame, view));
  }

  private static String field(LoopException refused) {
    return refused instanceof Invalid invalid ? invalid.field() : "scopes";
  }

  private static Set<TokenScope> scopes(List<String> labels) {
    return Stream.of(TokenScope.values())
        .filter(scope -> labels.contains(scope.label()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
  }

  private static AccountId id(Caller caller) {
    return caller.account().orElseThrow();
  }
}
