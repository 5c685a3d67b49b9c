package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.Reference;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.intake.Reports;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What [Reports] promises.
public abstract class ReportsContract extends Contract {

  private static final Instant NOW = Samples.NOON;
  private static final String MAIL_SECRET = "FHKLMRWXY234";
  private static final Set<Report.State> ALL = EnumSet.allOf(Report.State.class);

  private Reports reports() {
    return ports().reports();
  }

  /// A report that is kept.
  ///
  /// @param answers as key, value, key, value
  protected final Report kept(Instant opened, Optional<String> link, String... answers) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < answers.length; i += 2) {
      map.put(answers[i], answers[i + 1]);
    }
    Report report =
        new Report(
            ReportId.random(),
            Reference.random(),
            Channel.FORM,
            Language.FR,
            map,
            opened,
            opened,
            Report.State.NEW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1);
    byHouse(() -> reports().add(report, link, MAIL_SECRET));
    return report;
  }

  private Report found(Report report) {
    return asHouse(() -> reports().find(report.id())).orElseThrow();
  }

  private static Report taken(Report report, AccountId by) {
    return new Report(
        report.id(),
        report.reference(),
        report.channel(),
        report.language(),
        Map.of("ignored", "here"),
        report.openedAt(),
        report.changedAt(),
        Report.State.TAKEN,
        Optional.of(new Report.Handling(by, "Zoé", NOW)),
        Optional.empty(),
        Optional.of("dossier-1"),
        report.suspect(),
        report.version());
  }

  @Test
  void comesBackAsItWasKept() {
    String link = hash();
    Report report =
        kept(NOW, Optional.of(link), "contact.body", Samples.FRENCH, "sign.ransom-note", "yes");
    assertThat(found(report)).isEqualTo(report);
    assertThat(asHouse(() -> reports().hold(report.id()))).contains(report);
    assertThat(asHouse(() -> reports().find(report.reference()))).contains(report);
    assertThat(asHouse(() -> reports().holdByLink(link))).contains(report);
    assertThat(asHouse(() -> reports().mailSecret(report.id()))).isEqualTo(MAIL_SECRET);
    assertThat(asHouse(() -> reports().find(ReportId.random()))).isEmpty();
  }

  @Test
  void aLinkIsReplacedAndEnded() {
    String first = hash();
    String second = hash();
    Report report = kept(NOW, Optional.of(first));
    byHouse(() -> reports().setLink(report.id(), Optional.of(second)));
    assertThat(asHouse(() -> reports().holdByLink(first))).isEmpty();
    assertThat(asHouse(() -> reports().holdByLink(second))).isPresent();
    assertThat(asHouse(() -> reports().hasLink(report.id()))).isTrue();
    byHouse(() -> reports().setLink(report.id(), Optional.empty()));
    assertThat(asHouse(() -> reports().holdByLink(second))).isEmpty();
    assertThat(asHouse(() -> reports().hasLink(report.id()))).isFalse();
  }

  @Test
  void answersAndHandlingDoNotOverwriteEachOther() {
    Report report = kept(NOW, Optional.empty(), "contact.phone", "06");
    AccountId by = existingAccount();
    byHouse(() ->
        reports().keepAnswers(report.id(), Map.of("contact.phone", "07"), NOW.plusSeconds(9)));
    assertThat(asHouse(() -> reports().update(taken(report, by)))).isTrue();
    Report now = found(report);
    assertThat(now.answers()).containsOnly(Map.entry("contact.phone", "07"));
    assertThat(now.changedAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(now.state()).isEqualTo(Report.State.TAKEN);
    assertThat(now.handling()).contains(new Report.Handling(by, "Zoé", NOW));
    assertThat(now.caseName()).contains("dossier-1");
    assertThat(now.version()).isEqualTo(2);
  }

  @Test
  void oneOfThoseAtOnceHandlesIt() {
    Report report = kept(NOW, Optional.empty());
    AccountId by = existingAccount();
    List<Boolean> won = atOnce(CROWD, i -> asHouse(() -> reports().update(taken(report, by))));
    assertThat(won).containsOnlyOnce(true);
    assertThat(found(report).version()).isEqualTo(2);
  }

  @Test
  void theQueueShowsTheLongestWaitingFirstThenTheOthers() {
    Report second = kept(NOW, Optional.empty());
    Report first = kept(NOW.minusSeconds(60), Optional.empty());
    Report taken = kept(NOW.minusSeconds(90), Optional.empty());
    asHouse(() -> reports().update(taken(taken, existingAccount())));
    List<ReportId> queue =
        asHouse(() -> reports().queue(ALL, 10_000)).stream()
            .map(Report::id)
            .filter(List.of(first.id(), second.id(), taken.id())::contains)
            .toList();
    assertThat(queue).containsExactly(first.id(), second.id(), taken.id());
    assertThat(asHouse(() -> reports().queue(Set.of(Report.State.CLOSED), 10_000)))
        .extracting(Report::id)
        .doesNotContain(first.id(), taken.id());
    assertThat(asHouse(() -> reports().queue(ALL, 2))).hasSize(2);
  }

  @Test
  void thoseOnCallAreToldOnceThenAgainAndOnlyOfWhatNobodyTook() {
    Instant later = NOW.plusSeconds(600);
    Report phone = kept(later, Optional.empty(), "contact.phone", "06");
    Report mail = kept(later, Optional.empty(), "contact.mail", "a@b.fr");
    Report old = kept(NOW, Optional.empty());
    Report fresh = kept(later, Optional.empty());
    Report taken = kept(NOW, Optional.empty(), "contact.phone", "06");
    asHouse(() -> reports().update(taken(taken, existingAccount())));
    List<ReportId> mine = List.of(phone.id(), mail.id(), old.id(), fresh.id(), taken.id());
    assertThat(told(mine, NOW, NOW, 3)).containsExactlyInAnyOrder(phone.id(), mail.id(), old.id());
    byHouse(() -> mine.forEach(id -> reports().told(id, later)));
    assertThat(told(mine, NOW, later.minusSeconds(1), 3)).isEmpty();
    assertThat(told(mine, NOW, later, 3))
        .containsExactlyInAnyOrder(phone.id(), mail.id(), old.id(), fresh.id());
    byHouse(() -> mine.forEach(id -> reports().told(id, later)));
    byHouse(() -> mine.forEach(id -> reports().told(id, later)));
    assertThat(told(mine, NOW, later, 3)).as("often enough").isEmpty();
  }

  private List<ReportId> told(List<ReportId> mine, Instant fresh, Instant again, int most) {
    return asHouse(() -> reports().toTell(fresh, again, most)).stream()
        .map(told -> told.report().id())
        .filter(mine::contains)
        .toList();
  }

  @Test
  void countsWhatWasOpenedSince() {
    long before = asHouse(() -> reports().openedSince(Channel.FORM, NOW.minusSeconds(1)));
    kept(NOW, Optional.empty());
    kept(NOW.minusSeconds(5), Optional.empty());
    assertThat(asHouse(() -> reports().openedSince(Channel.FORM, NOW.minusSeconds(1))))
        .isEqualTo(before + 1);
  }
}
