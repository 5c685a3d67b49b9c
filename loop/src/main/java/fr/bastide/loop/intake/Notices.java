package fr.bastide.loop.intake;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Accounts;
import fr.bastide.loop.letter.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells those on call of new reports, and again until somebody takes them; the house calls it
/// every few seconds. All that is new goes into one letter to each, so that a flood of reports is
/// no flood of letters; the letters and the note that one was told are kept together or not at all.
public final class Notices {

  /// How often one is told of a report that nobody takes.
  public static final int MOST = 8;

  /// A report without a way to call back is told of after this time: the number may still come.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Threshold threshold;
  private final Reports reports;
  private final OpeningTimes times;
  private final Accounts accounts;
  private final Letters letters;
  private final NoticeLetters wording;

  /// Notices over these.
  ///
  /// @param publicUrl the address at which people reach the house, without a final slash
  public Notices(
      Threshold threshold,
      Reports reports,
      OpeningTimes times,
      Accounts accounts,
      Letters letters,
      String publicUrl) {
    this.threshold = threshold;
    this.reports = reports;
    this.times = times;
    this.accounts = accounts;
    this.letters = letters;
    this.wording = new NoticeLetters(publicUrl);
  }

  /// Queues the letters that are due.
  ///
  /// @return of how many reports somebody was told
  public int send() {
    Instant now = threshold.clock().instant();
    return threshold.transactions().asHouse(() -> tell(now));
  }

  private int tell(Instant now) {
    Hours hours = HoursDesk.present(times).hours();
    Instant again = now.minus(Duration.ofMinutes(hours.againMinutes()));
    List<Reports.Told> due = reports.toTell(now.minus(PATIENCE), again, MOST);
    if (due.isEmpty()) {
      return 0;
    }
    List<Reports.Told> late = due.stream().filter(told -> told.times() > 0).toList();
    Map<String, Language> first = readers(hours.onCall(), CentreRole.CSIRT_OPERATOR);
    Map<String, Language> second = readers(hours.backup(), CentreRole.CSIRT_LEAD);
    if (first.isEmpty()) {
      first = second;
    }
    first.forEach((to, language) -> letters.add(wording.letter(to, language, due, hours, now)));
    for (Map.Entry<String, Language> reader : second.entrySet()) {
      if (!late.isEmpty() && !first.containsKey(reader.getKey())) {
        letters.add(wording.letter(reader.getKey(), reader.getValue(), late, hours, now));
      }
    }
    due.forEach(told -> reports.told(told.report().id(), now));
    return due.size();
  }

  /// The addresses written, each in the language of its account if it has one; without any, all who
  /// hold the role.
  private Map<String, Language> readers(List<String> written, CentreRole role) {
    Map<String, Language> readers = new LinkedHashMap<>();
    for (String address : written) {
      readers.put(
          address, accounts.findByEmail(address).map(Account::language).orElse(Language.FR));
    }
    if (readers.isEmpty()) {
      for (Account account : accounts.all()) {
        if (account.disabledAt().isEmpty()
            && account.memberships().contains(new Membership.OfCentre(role))) {
          readers.put(account.email(), account.language());
        }
      }
    }
    return readers;
  }
}
