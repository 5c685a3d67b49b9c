package fr.bastide.loop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private final House house = new House();
  private final Account operator =
      house.account("Olive", new Membership.OfCentre(CentreRole.CSIRT_OPERATOR));
  private final Account lead = house.account("Lou", new Membership.OfCentre(CentreRole.CSIRT_LEAD));

  private Report reported(String phone) {
    return house
        .reports()
        .open(
            Caller.VISITOR,
            Secrets.fresh().value(),
            Language.FR,
            Map.of(ReportForm.PHONE, phone, ReportForm.BODY, "mairie de Mirepoix"),
            false)
        .report();
  }

  private List<Letter> told() {
    house.notices().send();
    List<Letter> letters = house.ports().letters().all();
    letters.forEach(letter -> house.ports().letters().sent(letter.id(), letter.at()));
    return letters;
  }

  @Test
  void whoIsOnCallIsToldAtOnceAndOnceWithTheNumberToCall() {
    Report report = reported("06 12 34 56 78");
    assertThat(told())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.to()).isEqualTo(operator.email());
          assertThat(letter.subject())
              .contains(report.reference().toString(), "mairie de Mirepoix");
          assertThat(letter.text()).contains("06 12 34 56 78", House.URL + "/desk/reports");
        });
    assertThat(told()).isEmpty();
  }

  @Test
  void withoutANumberOneWaitsAMomentForIt() {
    reported("");
    assertThat(told()).isEmpty();
    house.clock().advance(Duration.ofMinutes(2));
    assertThat(told()).hasSize(1);
  }

  @Test
  void whenNobodyTakesItTheyAreToldAgainAndTheLeadAsWellButNotForEver() {
    Report report = reported("06");
    assertThat(told()).extracting(Letter::to).containsExactly(operator.email());
    house.clock().advance(Duration.ofMinutes(14));
    assertThat(told()).isEmpty();
    house.clock().advance(Duration.ofMinutes(1));
    assertThat(told())
        .extracting(Letter::to)
        .containsExactlyInAnyOrder(operator.email(), lead.email());
    int letters = 0;
    for (int i = 0; i < 50; i++) {
      house.clock().advance(Duration.ofMinutes(15));
      letters += told().size();
    }
    assertThat(letters).isEqualTo(2 * (Notices.MOST - 2));
    assertThat(house.queue().view(operator.caller(), report.id()).report().state())
        .isEqualTo(Report.State.NEW);
  }

  @Test
  void whoeverTakesItSilencesTheOthers() {
    Report report = reported("06");
    told();
    house.queue().take(operator.caller(), report.id(), report.version());
    house.clock().advance(Duration.ofHours(1));
    assertThat(told()).isEmpty();
  }

  @Test
  void aFloodOfReportsIsOneLetterToEach() {
    for (int i = 0; i < 40; i++) {
      reported("06");
    }
    assertThat(told())
        .singleElement()
        .satisfies(letter -> assertThat(letter.text()).contains("Et 30 de plus"));
  }

  @Test
  void theAddressesOfTheLeadCountInTheirOwnLanguage() {
    Account english = house.account("Ann", new Membership.OfCentre(CentreRole.CSIRT_OPERATOR));
    house.ports().accounts().setProfile(english.id(), "Ann", Language.EN);
    Map<String, String> fields = new HashMap<>(WrittenHours.of(Hours.usual()));
    fields.put(WrittenHours.ON_CALL, english.email() + "\nastreinte@exemple.fr");
    house.hours().set(lead.caller(), fields, 0);
    reported("06");
    assertThat(told())
        .extracting(letter -> letter.to() + " " + letter.subject().contains("new report"))
        .containsExactly(english.email() + " true", "astreinte@exemple.fr false");
  }

  @Test
  void withNobodyOnCallTheLeadIsTold() {
    house
        .ports()
        .accounts()
        .setDisabled(operator.id(), java.util.Optional.of(operator.createdAt()));
    reported("06");
    assertThat(told()).extracting(Letter::to).containsExactly(lead.email());
  }
}
