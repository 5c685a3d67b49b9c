package fr.bastide.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.bastide.assessment.Measure;
import fr.bastide.kernel.Language;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.contract.Samples;
import fr.bastide.loop.letter.Courier;
import fr.bastide.loop.letter.LetterRound;
import fr.bastide.loop.memory.House;
import fr.bastide.loop.plan.PlanItem;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reminders on their whole way, from a plan to a mailbox.
class ReminderMailTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final House house = new House();
  private final Body body = house.body("Foix");
  private final Account referent =
      house.account("Zoé", new Membership.OfBody(body.id(), BodyRole.REFERENT));
  private final List<Measure> measures =
      house.referential().measures().values().stream().limit(2).toList();

  @BeforeEach
  void open() {
    server.start();
    Assessment assessment = Samples.assessment(body.id(), referent.id(), house.clock().instant());
    house.ports().assessments().add(assessment);
    house
        .ports()
        .plans()
        .add(
            Samples.storedPlan(
                body.id(),
                assessment.id(),
                referent.id(),
                house.clock().instant(),
                Samples.plan(measures.stream().map(Measure::id).toList()),
                List.of(
                    item(measures.getFirst(), LocalDate.of(2026, 11, 2)),
                    item(measures.getLast(), LocalDate.of(2026, 11, 27)))));
  }

  @AfterEach
  void close() {
    server.stop();
  }

  private PlanItem item(Measure measure, LocalDate due) {
    return new PlanItem(
        measure.id(),
        PlanItem.State.TO_DO,
        due,
        Optional.empty(),
        "",
        "",
        house.clock().instant(),
        1,
        Optional.empty());
  }

  private LetterRound postman(Courier courier) {
    return new LetterRound(
        house.ports().transactions(), house.ports().letters(), courier, house.clock());
  }

  private SmtpCourier courier() {
    return new SmtpCourier(
        new SmtpServer(
            "127.0.0.1",
            server.getSmtp().getPort(),
            SmtpServer.Security.NONE,
            Optional.empty(),
            "bastide@centre.example"));
  }

  @Test
  void eachReaderGetsOneMailAboutAllThatIsDueInTheirLanguage() throws Exception {
    Account english = house.account("Ann", new Membership.OfBody(body.id(), BodyRole.REFERENT));
    house.ports().accounts().setProfile(english.id(), "Ann", Language.EN);
    for (int hour = 0; hour < 10; hour++) {
      house.reminders().send();
      postman(courier()).walk();
      house.clock().advance(Duration.ofHours(1));
    }
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(mailTo(referent).getSubject())
        .isEqualTo("Bastide, Foix\u00a0: 2 mesures à faire, dont 1 en retard");
    assertThat(mailTo(referent).getContent().toString())
        .contains(measures.getFirst().name().fr(), measures.getLast().name().fr());
    assertThat(mailTo(english).getSubject())
        .isEqualTo("Bastide, Foix: 2 measures to do, 1 of them overdue");
    assertThat(mailTo(english).getContent().toString())
        .contains(measures.getFirst().name().en(), measures.getLast().name().en());
  }

  @Test
  void aCrashAfterTheServerTookItDoesNotSendItAgain() {
    assertThat(house.reminders().send()).isEqualTo(1);
    LetterRound crashing =
        postman(letter -> {
          courier().carry(letter);
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(crashing::walk).hasMessage("crash");
    for (int restart = 0; restart < 3; restart++) {
      house.clock().advance(Duration.ofMinutes(10));
      assertThat(house.reminders().send()).isZero();
      assertThat(postman(courier()).walk()).isZero();
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(house.ports().letters().waiting()).isZero();
  }

  @Test
  void aServerThatDoesNotAnswerIsTriedAgain() {
    house.reminders().send();
    SmtpCourier courier = courier();
    server.stop();
    assertThat(postman(courier).walk()).isZero();
    server.start();
    house.clock().advance(Duration.ofMinutes(10));
    assertThat(postman(courier()).walk()).isEqualTo(1);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  private MimeMessage mailTo(Account account) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> to(mail).equals(account.email()))
        .findFirst()
        .orElseThrow();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
