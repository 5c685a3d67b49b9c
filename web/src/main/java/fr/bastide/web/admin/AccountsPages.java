package fr.bastide.web.admin;

import fr.bastide.kernel.BastideException;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.territory.SearchKey;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.Settings;
import fr.bastide.web.access.OpenSessions;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All accounts: who they are, who may sign in, and invitations to the centre or to a provider.
@Controller
class AccountsPages {

  /// How many are shown at once; the others are found by typing.
  static final int SHOWN = 100;

  private final Templates templates = new StaticTemplates();
  private final AccountDesk accounts;
  private final MandateDesk mandates;
  private final OpenSessions sessions;
  private final PublicAddress address;
  private final Settings settings;

  AccountsPages(
      AccountDesk accounts,
      MandateDesk mandates,
      OpenSessions sessions,
      PublicAddress address,
      Settings settings) {
    this.accounts = accounts;
    this.mandates = mandates;
    this.sessions = sessions;
    this.address = address;
    this.settings = settings;
  }

  @GetMapping("/admin/accounts")
  Page list(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String saved) {
    return page(caller, q, draft(), Optional.empty(), Optional.empty(), !saved.isEmpty());
  }

  /// Invites, and shows the link in the answer itself: it is kept nowhere, so no redirect could.
  @Requires(Act.ADMINISTER)
  @PostMapping("/admin/accounts")
  Page invite(
      Caller caller,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String provider,
      @RequestParam(defaultValue = "") String providerRole,
      @RequestParam(defaultValue = "fr") String language) {
    GuestDraft draft = new GuestDraft(email, role, provider, providerRole, language);
    try {
      Secrets.Secret secret =
          provider.isEmpty()
              ? accounts.invite(caller, centre(role), centreName(), email, Language.of(language))
              : accounts.invite(
                  caller,
                  new Membership.OfProvider(
                      firm(caller, provider).id(),
                      one(ProviderRole.values(), providerRole, "providerRole")),
                  firm(caller, provider).name(),
                  email,
                  Language.of(language));
      String link = address + "/invitation/" + secret.value();
      return page(caller, "", draft(), Optional.empty(), Optional.of(link), false);
    } catch (Invalid invalid) {
      Wrong wrong = new Wrong(invalid.field(), invalid.text());
      return page(caller, "", draft, Optional.of(wrong), Optional.empty(), false)
          .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /// Stops or allows signing in; open sessions end at once.
  @Requires(Act.ADMINISTER)
  @PostMapping("/admin/accounts/{person}/disabled")
  Object disable(
      Caller caller,
      @PathVariable String person,
      @RequestParam(defaultValue = "true") boolean disabled) {
    AccountId id = account(person);
    try {
      accounts.setDisabled(caller, id, disabled);
    } catch (Conflict refused) {
      return refused(caller, refused);
    }
    if (disabled) {
      sessions.endOthers(id, Optional.empty());
    }
    return Redirect.to("/admin/accounts?saved=1");
  }

  private Page refused(Caller caller, BastideException refused) {
    Wrong wrong = new Wrong("", refused.text());
    return page(caller, "", draft(), Optional.of(wrong), Optional.empty(), false)
        .with(HttpStatus.CONFLICT);
  }

  private Page page(
      Caller caller,
      String typed,
      GuestDraft draft,
      Optional<Wrong> wrong,
      Optional<String> link,
      boolean saved) {
    List<Account> fitting =
        accounts.all(caller).stream().filter(account -> like(account, typed)).toList();
    AccountsView view =
        new AccountsView(
            fitting.stream().limit(SHOWN).toList(),
            fitting.size(),
            typed,
            caller.account(),
            mandates.providers(caller),
            draft,
            wrong,
            link,
            saved);
    return Page.of(frame -> templates.adminAccounts(frame, view));
  }

  private static GuestDraft draft() {
    return new GuestDraft("", "", "", "", "fr");
  }

  private static boolean like(Account account, String typed) {
    String all = SearchKey.of(account.name() + " " + account.email()).value();
    return SearchKey.of(typed).words().stream().allMatch(all::contains);
  }

  private String centreName() {
    return settings.centre().name().orElse("Bastide");
  }

  private static Membership centre(String role) {
    return new Membership.OfCentre(one(CentreRole.values(), role, "role"));
  }

  private Provider firm(Caller caller, String id) {
    return mandates.providers(caller).stream()
        .filter(provider -> provider.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> unchosen("provider"));
  }

  private static <E extends Enum<E>> E one(E[] values, String written, String field) {
    return Stream.of(values)
        .filter(value -> value.name().equals(written))
        .findFirst()
        .orElseThrow(() -> unchosen(field));
  }

  private static Invalid unchosen(String field) {
    return new Invalid(field, new Text("Choisissez dans la liste.", "Choose from the list."));
  }

  private static AccountId account(String written) {
    if (written.length() != 36) {
      throw new NotFound();
    }
    try {
      return new AccountId(UUID.fromString(written));
    } catch (IllegalArgumentException notOne) {
      throw new NotFound(notOne);
    }
  }
}
