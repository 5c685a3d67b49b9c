package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.Conversations;
import fr.bastide.loop.intake.MailPosition;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.OpeningTimes;
import fr.bastide.loop.intake.Reference;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportFile;
import fr.bastide.loop.intake.ReportId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What [Conversations], [fr.bastide.loop.intake.MailPositions] and [OpeningTimes] promise.
public abstract class ConversationsContract extends Contract {

  private static final Instant NOW = Samples.NOON;

  private Conversations conversations() {
    return ports().conversations();
  }

  private ReportId report() {
    Report report =
        new Report(
            ReportId.random(),
            Reference.random(),
            Channel.MAIL,
            Language.EN,
            Map.of(),
            NOW,
            NOW,
            Report.State.NEW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            1);
    byHouse(() -> ports().reports().add(report, Optional.empty(), "FHKLMRWXY234"));
    return report.id();
  }

  private Message said(ReportId report, String messageId, String sha256) {
    Message message =
        new Message(
            UUID.randomUUID(),
            report,
            messageId.isEmpty() ? Message.Author.REPORTER : Message.Author.MAIL,
            "Zoé",
            Samples.FRENCH,
            NOW,
            Message.Standing.CLAIMED,
            messageId.isEmpty()
                ? Optional.empty()
                : Optional.of(new Message.Mail(messageId, "Objet : « à lire »", sha256)));
    byHouse(() -> conversations().add(message));
    return message;
  }

  @Test
  void whatIsSaidComesBackInItsOrder() {
    ReportId report = report();
    Message first = said(report, "", "");
    Message second = said(report, token() + "@exemple.fr", hash());
    said(report(), "", "");
    assertThat(asHouse(() -> conversations().of(report))).containsExactly(first, second);
    assertThat(asHouse(() -> conversations().count(report))).isEqualTo(2);
  }

  @Test
  void aMailIsFoundByItsNameAndSeenAgainByItsContent() {
    String name = token() + "@exemple.fr";
    String sha256 = hash();
    Message mail = said(report(), name, sha256);
    assertThat(asHouse(() -> conversations().findMail(List.of("other", name)))).contains(mail);
    assertThat(asHouse(() -> conversations().findMail(List.of("other")))).isEmpty();
    assertThat(asHouse(() -> conversations().findMail(List.of()))).isEmpty();
    assertThat(asHouse(() -> conversations().cameBefore(sha256, NOW.minusSeconds(1)))).isTrue();
    assertThat(asHouse(() -> conversations().cameBefore(sha256, NOW))).isFalse();
    assertThat(asHouse(() -> conversations().cameBefore(hash(), NOW.minusSeconds(1)))).isFalse();
  }

  @Test
  void whoeverCopiesTheIdentifierOfALetterDoesNotDrawItsAnswersAway() {
    String name = token() + "@exemple.fr";
    ReportId report = report();
    Message letter =
        new Message(
            UUID.randomUUID(),
            report,
            Message.Author.HOUSE,
            "Bastide",
            "",
            NOW,
            Message.Standing.PROVEN,
            Optional.of(new Message.Mail(name, "Sujet", "")));
    byHouse(() -> conversations().add(letter));
    said(report(), name, hash());
    assertThat(asHouse(() -> conversations().findMail(List.of(name)))).contains(letter);
  }

  @Test
  void aFileComesBackByteForByteAndUnderItsOwnReportAlone() {
    ReportId report = report();
    Message message = said(report, "", "");
    byte[] content = new byte[] {0, 1, -1, 127};
    ReportFile file =
        new ReportFile(
            UUID.randomUUID(),
            report,
            message.id(),
            "facture été.pdf",
            "application/pdf",
            content.length,
            hash(),
            NOW);
    byHouse(() -> conversations().add(file, content));
    assertThat(asHouse(() -> conversations().files(report))).containsExactly(file);
    assertThat(asHouse(() -> conversations().content(report, file.id())))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(content));
    assertThat(asHouse(() -> conversations().content(report(), file.id()))).isEmpty();
  }

  @Test
  void aMailboxIsReadOnFromWhereItStood() {
    String mailbox = token();
    assertThat(asHouse(() -> ports().mailPositions().hold(mailbox))).isEmpty();
    byHouse(() -> ports().mailPositions().put(mailbox, new MailPosition(7, 12), NOW));
    byHouse(() -> ports().mailPositions().put(mailbox, new MailPosition(8, 1), NOW));
    assertThat(asHouse(() -> ports().mailPositions().hold(mailbox)))
        .contains(new MailPosition(8, 1));
  }

  @Test
  void hoursAreWrittenByWhoeverSawTheLastOnes() {
    OpeningTimes times = ports().openingTimes();
    int seen = asHouse(times::find).map(OpeningTimes.Kept::version).orElse(0);
    Map<String, String> fields = Map.of("monday", "09:00-12:00", "days", "2026-12-24 fermé");
    var lead = existingAccount();
    assertThat(asHouse(() -> times.replace(fields, seen, lead, NOW))).isTrue();
    assertThat(asHouse(() -> times.replace(Map.of(), seen, lead, NOW))).isFalse();
    assertThat(asHouse(() -> times.replace(Map.of(), seen + 7, lead, NOW))).isFalse();
    assertThat(asHouse(times::find)).contains(new OpeningTimes.Kept(fields, seen + 1));
    assertThat(asHouse(() -> times.replace(Map.of("a", "b"), seen + 1, lead, NOW))).isTrue();
  }
}
