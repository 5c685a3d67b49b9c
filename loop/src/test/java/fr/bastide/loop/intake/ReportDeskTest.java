package fr.bastide.loop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A report from the first answer to the case.
class ReportDeskTest {

  private static final Caller NOBODY = Caller.VISITOR;

  private final House house = new House();
  private final Caller operator = house.of(CentreRole.CSIRT_OPERATOR);
  private final Caller other = house.of(CentreRole.CSIRT_OPERATOR);
  private final String secret = Secrets.fresh().value();

  private Report opened(String... answers) {
    return house
        .reports()
        .open(NOBODY, secret, Language.FR, answers.length == 0 ? Map.of() : map(answers), false)
        .report();
  }

  private static Map<String, String> map(String... answers) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < answers.length; i += 2) {
      map.put(answers[i], answers[i + 1]);
    }
    return map;
  }

  private List<Letter> letters() {
    return house.ports().letters().all();
  }

  @Test
  void isKeptFromTheFirstAnswerAndOpenedOnceHoweverOftenItIsSent() {
    Report first = opened(ReportForm.PHONE, "06");
    Report again = opened(ReportForm.PHONE, "06 12 34 56 78");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.reference()).isEqualTo(first.reference());
    assertThat(house.queue().queue(operator, false)).hasSize(1);
    assertThat(house.reports().own(NOBODY, secret).report().phone()).isEqualTo("06 12 34 56 78");
    assertThat(house.acts()).containsOnlyOnce("REPORT_ATTACK");
  }

  @Test
  void aStepReplacesItsOwnAnswersAlone() {
    opened(ReportForm.PHONE, "06");
    house
        .reports()
        .save(NOBODY, secret, "seen", map("sign.files-locked", "yes", "sign.ransom-note", "yes"));
    house.reports().save(NOBODY, secret, "seen", map("sign.ransom-note", "yes"));
    assertThat(house.reports().own(NOBODY, secret).report().answers())
        .containsOnlyKeys(ReportForm.PHONE, "sign.ransom-note");
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> house.reports().save(NOBODY, secret, "nowhere", Map.of()));
  }

  @Test
  void onlyTheHashOfTheSecretIsKeptAndAnEndedLinkLeadsNowhere() {
    Report report = opened();
    assertThat(new Linked(report, secret).toString()).doesNotContain(secret);
    String renewed = house.reports().newLink(NOBODY, secret).secret();
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> house.reports().own(NOBODY, secret));
    assertThat(house.reports().own(NOBODY, renewed).report().id()).isEqualTo(report.id());
    house.queue().endLink(operator, report.id());
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> house.reports().own(NOBODY, renewed));
    for (String none : List.of("", "x", "x".repeat(43), "x".repeat(10_000))) {
      assertThatExceptionOfType(NotFound.class).isThrownBy(() -> house.reports().own(NOBODY, none));
    }
  }

  @Test
  void theLinkIsMailedOnlyWhenAskedAndToOneAddress() {
    opened(ReportForm.MAIL, "zoe@exemple.fr");
    assertThat(letters()).isEmpty();
    house.reports().sendLink(NOBODY, secret);
    assertThat(letters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.to()).isEqualTo("zoe@exemple.fr");
          assertThat(letter.text()).contains(House.URL + "/report/" + secret);
        });
    house.reports().save(NOBODY, secret, "call-back", map(ReportForm.MAIL, "a@b.fr, c@d.fr"));
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> house.reports().sendLink(NOBODY, secret));
  }

  @Test
  void anAnswerStandsBehindTheLinkAndItsLetterTellsNothing() {
    Report report = opened(ReportForm.MAIL, "zoe@exemple.fr");
    house.queue().answer(operator, report.id(), "Débranchez le serveur de sauvegarde.");
    house.reports().say(NOBODY, secret, "C’est fait.\u0007");
    assertThat(house.reports().own(NOBODY, secret).messages())
        .filteredOn(message -> message.author() != Message.Author.HOUSE)
        .extracting(Message::text)
        .containsExactly("Débranchez le serveur de sauvegarde.", "C’est fait.");
    assertThat(letters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.text()).doesNotContain("sauvegarde", "/report/");
          assertThat(letter.subject()).contains(report.reference() + ".");
        });
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> house.reports().say(NOBODY, secret, " \n "));
  }

  @Test
  void aConversationHasAnEnd() {
    opened();
    for (int i = 0; i < ReportDesk.MOST_MESSAGES; i++) {
      house.reports().say(NOBODY, secret, "encore");
    }
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> house.reports().say(NOBODY, secret, "trop"));
  }

  @Test
  void twoOperatorsDoNotTakeTheSameReportUnseenWhileTheVictimGoesOnTyping() {
    Report report = opened();
    int seen = report.version();
    house.reports().save(NOBODY, secret, "words", map("words.what", "Tout est arrêté."));
    Report taken = house.queue().take(operator, report.id(), seen);
    assertThat(taken.handling()).isPresent();
    assertThat(taken.answer("words.what")).isEqualTo("Tout est arrêté.");
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> house.queue().take(other, report.id(), seen));
    assertThat(house.queue().take(other, report.id(), taken.version()).handling())
        .map(Report.Handling::by)
        .isEqualTo(other.account());
    Report closed = house.queue().close(other, report.id(), taken.version() + 1);
    assertThat(house.queue().queue(operator, false)).isEmpty();
    assertThat(house.queue().queue(operator, true)).containsExactly(closed);
  }

  @Test
  void becomesACaseOnceAndWhatIsSaidLaterFollows() {
    Report report = opened("sign.ransom-note", "yes");
    house.reports().save(NOBODY, secret, "seen", map("sign.ransom-note", "yes"));
    house.reports().say(NOBODY, secret, "Avant.");
    Report joined = house.queue().toCase(operator, report.id(), Optional.empty(), report.version());
    String name = joined.caseName().orElseThrow();
    assertThat(house.cases().facts().getFirst().claims()).containsKey("incident.ransomware");
    house.reports().say(NOBODY, secret, "Après.");
    house.queue().answer(operator, report.id(), "Vu.");
    assertThat(house.cases().messages(name))
        .extracting(Message::text)
        .containsExactly("Avant.", "Après.", "Vu.");
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(
            () -> house.queue().toCase(operator, report.id(), Optional.of(name), joined.version()));
  }

  @Test
  void aCaseThatIsNotThereChangesNothing() {
    Report report = opened();
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() ->
            house.queue().toCase(operator, report.id(), Optional.of("nowhere"), report.version()));
    assertThat(house.queue().view(operator, report.id()).report().caseName()).isEmpty();
  }

  @Test
  void aCrowdHasToConfirm() {
    for (int i = 0; i < 60; i++) {
      assertThat(house.reports().crowded(NOBODY)).isFalse();
      house.reports().open(NOBODY, Secrets.fresh().value(), Language.FR, Map.of(), false);
    }
    assertThat(house.reports().crowded(NOBODY)).isTrue();
    house.clock().advance(Duration.ofMinutes(61));
    assertThat(house.reports().crowded(NOBODY)).isFalse();
  }

  @Test
  void anAlertIsOneReportHoweverOftenItIsHandedOver() {
    DetectedAlert alert =
        new DetectedAlert(
            "correlation-7/foix",
            "Many failed sign-ins",
            new Text("Mots de passe essayés en masse.", "Mass password guessing."),
            new Text("Bloquez le compte.", "Block the account."),
            "Foix",
            house.clock().instant());
    Report first = house.queue().reportFromAlert(operator, alert);
    Report again = house.queue().reportFromAlert(operator, alert);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(first.channel()).isEqualTo(Channel.ALERT);
    assertThat(house.queue().view(operator, first.id()).messages()).hasSize(2);
  }
}
