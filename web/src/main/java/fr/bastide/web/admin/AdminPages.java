package fr.bastide.web.admin;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.journal.JournalDesk;
import fr.bastide.loop.journal.JournalEntry;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How the house is doing, and what was done in it.
@Controller
class AdminPages {

  private static final int SHOWN = 200;

  private final Templates templates = new StaticTemplates();
  private final HouseState house;
  private final JournalDesk journal;
  private final AccountDesk accounts;

  AdminPages(HouseState house, JournalDesk journal, AccountDesk accounts) {
    this.house = house;
    this.journal = journal;
    this.accounts = accounts;
  }

  @GetMapping("/admin")
  Redirect first() {
    return Redirect.to("/admin/state");
  }

  @GetMapping("/admin/state")
  Page state(Caller caller) {
    HouseFacts state = house.of(caller);
    return Page.of(frame -> templates.adminState(frame, state));
  }

  @GetMapping("/admin/journal")
  Page journal(Caller caller) {
    List<JournalEntry> entries = journal.latest(caller, SHOWN);
    Map<AccountId, String> names =
        accounts.all(caller).stream().collect(Collectors.toMap(Account::id, Account::name));
    return Page.of(frame -> templates.adminJournal(frame, entries, names));
  }

  @Bean
  static NavigationSource adminNavigation() {
    return visitor ->
        visitor.caller().centreRoles().anyMatch(Act.ADMINISTER.rule().centre()::contains)
            ? Stream.of(
                new NavigationEntry(Stage.ADMINISTER, "admin.nav.accounts", "/admin/accounts"),
                new NavigationEntry(Stage.ADMINISTER, "admin.nav.providers", "/admin/providers"),
                new NavigationEntry(Stage.ADMINISTER, "admin.nav.journal", "/admin/journal"),
                new NavigationEntry(Stage.ADMINISTER, "admin.nav.state", "/admin/state"))
            : Stream.empty();
  }
}
