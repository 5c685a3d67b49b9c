package fr.bastide.web.body;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.journal.JournalDesk;
import fr.bastide.loop.journal.JournalEntry;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Who did what to a body, day by day.
@Controller
class JournalPages {

  private static final int AT_FIRST = 100;

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final JournalDesk journal;
  private final AccountDesk accounts;
  private final AssessmentDesk assessments;

  JournalPages(
      Scenes scenes, JournalDesk journal, AccountDesk accounts, AssessmentDesk assessments) {
    this.scenes = scenes;
    this.journal = journal;
    this.accounts = accounts;
    this.assessments = assessments;
  }

  @Requires(Act.READ_BODY_JOURNAL)
  @GetMapping("/bodies/{body}/journal")
  Page journal(
      Caller caller, @PathVariable String body, @RequestParam(defaultValue = "false") boolean all) {
    Scene scene = scenes.of(caller, body);
    int limit = all ? JournalDesk.MAX_ENTRIES : AT_FIRST;
    List<JournalEntry> entries = journal.ofBody(caller, scene.id(), limit);
    Map<AccountId, String> names =
        accounts.ofBody(caller, scene.id()).stream()
            .collect(Collectors.toMap(Account::id, Account::name));
    Map<LocalDate, List<Deed>> days = new TreeMap<>(Comparator.reverseOrder());
    for (JournalEntry entry : entries) {
      Deed deed = Deed.of(entry, caller, names, assessments.referential());
      days.computeIfAbsent(Moments.on(entry.event().at()), _ -> new ArrayList<>()).add(deed);
    }
    List<JournalDay> shown =
        days.entrySet().stream().map(e -> new JournalDay(e.getKey(), e.getValue())).toList();
    boolean more = !all && entries.size() == AT_FIRST;
    return Page.of(frame -> templates.bodyJournal(frame, scene, shown, more));
  }
}
