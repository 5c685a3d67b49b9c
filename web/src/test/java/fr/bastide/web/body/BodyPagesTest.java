package fr.bastide.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.Language;
import fr.bastide.loop.Denied;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.StoredPlan;
import fr.bastide.print.plot.Figures;
import fr.bastide.web.InvitationLinks;
import fr.bastide.web.frame.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

class BodyPagesTest {

  private static final PaperHouse HOUSE = new PaperHouse(7);
  private static final String FULL = PaperHouse.FULL.value();
  private static final String EMPTY = PaperHouse.EMPTY.value();

  private final Scenes scenes = HOUSE.scenes();
  private final BodyPages pages =
      new BodyPages(
          scenes,
          HOUSE.bodies,
          new Dashboards(HOUSE.assessments, HOUSE.plans, HOUSE.mandates, HOUSE.clock),
          HOUSE.assessments);
  private final PeoplePages people =
      new PeoplePages(scenes, HOUSE.accounts, new InvitationLinks(HOUSE.address, false));
  private final MandatePages mandates = new MandatePages(scenes, HOUSE.mandates, HOUSE.clock);
  private final JournalPages journal =
      new JournalPages(scenes, HOUSE.journal, HOUSE.accounts, HOUSE.assessments);

  @Test
  void theLinkOfAnInvitationIsShownOnlyWhereNoMailLeaves() {
    for (boolean mailed : new boolean[] {true, false}) {
      PeoplePages asked =
          new PeoplePages(scenes, HOUSE.accounts, new InvitationLinks(HOUSE.address, mailed));
      String html =
          PaperHouse.draw(
              asked.invite(HOUSE.mayor(), FULL, "adjoint@mairie.exemple", "REFERENT", "fr"),
              Language.FR,
              "/bodies/" + FULL);
      assertThat(html).contains("adjoint@mairie.exemple");
      assertThat(html.contains("/invitation/")).isNotEqualTo(mailed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPageHasOneHeadingAndNothingInline(Language language) {
    Caller mayor = HOUSE.mayor();
    Stream.<Supplier<Object>>of(
            () -> pages.list(HOUSE.lead(), "mir"),
            () -> pages.dashboard(mayor, FULL),
            () -> pages.dashboard(HOUSE.newcomer(), EMPTY),
            () -> pages.settings(mayor, FULL, "1"),
            () -> people.list(mayor, FULL, ""),
            () -> mandates.list(mayor, FULL, ""),
            () -> mandates.fresh(mayor, FULL),
            () -> journal.journal(mayor, FULL, false))
        .map(page -> PaperHouse.draw(page.get(), language, "/bodies/" + FULL))
        .forEach(html -> {
          assertThat(Pattern.compile("<h1[ >]").matcher(html).results()).hasSize(1);
          assertThat(html).doesNotContain(" style=", "<style", " onclick=", "javascript:");
          assertThat(html).contains("<html lang=\"" + language.tag() + "\"");
        });
  }

  @Test
  void theDashboardAnswersItsQuestionAndNamesTheNextStep() {
    String html = french(pages.dashboard(HOUSE.mayor(), FULL));
    assertThat(html)
        .contains(
            "<h1>Où en est Mirepoix\u202f?</h1>", "class=\"plot\"", "Exemple, données inventées.")
        .contains("Avancer la mesure la plus urgente", "Rempart Conseil (exemple)");
    assertThat(html.split("btn btn-primary", -1)).as("one button leads on").hasSize(2);
  }

  @Test
  void theDashboardShowsWhatIsDueWithOrWithoutMail() {
    PaperHouse house = new PaperHouse(9);
    Dashboards dashboards =
        new Dashboards(house.assessments, house.plans, house.mandates, house.clock);
    BodyPages shown = new BodyPages(house.scenes(), house.bodies, dashboards, house.assessments);
    StoredPlan plan = house.ports.plans().latest(PaperHouse.FULL).orElseThrow();
    LocalDate today = LocalDate.of(2026, 11, 24);
    List<PlanItem> open =
        plan.items().stream()
            .filter(i -> i.state() == PlanItem.State.TO_DO || i.state() == PlanItem.State.DOING)
            .toList();
    for (PlanItem item : open) {
      int place = open.indexOf(item);
      LocalDate due =
          place == 0 ? today.plusDays(7) : place == 1 ? today.minusDays(3) : today.plusDays(8);
      PlanItem moved =
          new PlanItem(
              item.measure(),
              item.state(),
              due,
              item.evidence(),
              item.note(),
              item.changedBy(),
              item.changedAt(),
              item.version() + 1,
              item.remindedAt());
      assertThat(house.ports.plans().update(plan.id(), moved, item.version())).isTrue();
    }
    String html = french(shown.dashboard(house.mayor(), PaperHouse.FULL.value()));
    String section = html.substring(html.indexOf("id=\"due\""), html.indexOf("id=\"next\""));
    assertThat(section)
        .containsSubsequence(
            "2 mesures du plan sont en retard",
            "/plan/measures/" + open.get(1).measure(),
            "en retard",
            new Figures(Language.FR).day(today.minusDays(3)),
            "/plan/measures/" + open.get(0).measure(),
            new Figures(Language.FR).day(today.plusDays(7)));
    assertThat(section.split("/plan/measures/", -1)).hasSize(3);
  }

  @Test
  void aBodyWithoutAssessmentIsToldHowToStart() {
    String html = french(pages.dashboard(HOUSE.newcomer(), EMPTY));
    assertThat(html)
        .contains("aucune évaluation n’a été faite", "/bodies/" + EMPTY + "/assessments/start")
        .doesNotContain("class=\"plot\"", "Exemple, données inventées");
  }

  @Test
  void buttonsAreShownOnlyToThoseWhoMay() {
    String reader = french(pages.dashboard(HOUSE.reader(), FULL));
    assertThat(reader).contains("Où en est Mirepoix").doesNotContain("<form", "btn-primary");
    assertThat(french(people.list(HOUSE.reader(), FULL, ""))).doesNotContain("<form", "/remove");
    String referent = french(mandates.list(HOUSE.reader(), FULL, ""));
    assertThat(referent).doesNotContain("/revoke", "/mandates/new");
    assertThat(((ResponseEntity<?>) mandates.fresh(HOUSE.reader(), FULL)).getStatusCode().value())
        .isEqualTo(303);
  }

  @Test
  void strangersSeeNothingAtAll() {
    for (Caller stranger : List.of(HOUSE.newcomer(), HOUSE.observer())) {
      assertThatThrownBy(() -> pages.dashboard(stranger, FULL)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> people.list(stranger, FULL, "")).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> mandates.list(stranger, FULL, "")).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> journal.journal(stranger, FULL, true)).isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> pages.dashboard(Caller.VISITOR, FULL)).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> pages.dashboard(HOUSE.mayor(), "../etc")).isInstanceOf(NotFound.class);
  }

  @Test
  void whoHasOneBodyIsBroughtToIt() {
    assertThat(pages.list(HOUSE.mayor(), ""))
        .isInstanceOfSatisfying(
            ResponseEntity.class,
            answer -> assertThat(answer.getHeaders().getLocation()).hasToString("/bodies/" + FULL));
  }

  @Test
  void theCentreFindsBodiesByTheBeginningOfTheirName() {
    assertThat(french(pages.list(HOUSE.lead(), "BEL")))
        .contains("/bodies/" + EMPTY, "400 habitants");
    assertThat(french(pages.list(HOUSE.lead(), "zzz"))).contains("Aucun organisme ne correspond");
  }

  @Test
  void anInvitationShowsItsLinkOnce() {
    String sent = french(people.invite(HOUSE.mayor(), FULL, "jo@mairie.fr", "REFERENT", "fr"));
    assertThat(sent)
        .contains("Une invitation part vers jo@mairie.fr", "https://bastide.example/invitation/");
    assertThat(french(people.list(HOUSE.mayor(), FULL, ""))).doesNotContain("/invitation/");
  }

  @Test
  void aWrongAddressIsShownAgainWithTheReason() {
    Page again = people.invite(HOUSE.mayor(), FULL, "jo@", "OFFICIAL", "en");
    assertThat(again.status().value()).isEqualTo(422);
    assertThat(french(again))
        .contains("value=\"jo@\"", "adresse électronique est incomplète", "aria-invalid=\"true\"");
    assertThat(people.invite(HOUSE.mayor(), FULL, "jo@mairie.fr", "KING", "fr").status().value())
        .isEqualTo(422);
  }

  @Test
  void aMandateNeedsATaskAndKeepsWhatWasTyped() {
    Object answer =
        mandates.grant(HOUSE.mayor(), FULL, firm(), List.of(), "2026-11-24", "2027-01-31", true);
    assertThat(french(answer)).contains("Choisissez au moins une mission", "value=\"2027-01-31\"");
    Object date =
        mandates.grant(
            HOUSE.mayor(), FULL, firm(), List.of("ASSESS"), "demain", "2027-01-31", false);
    assertThat(french(date)).contains("Indiquez une date", "value=\"demain\"");
  }

  @Test
  void aVendorComesInUnderTheWholeOfOnesOwnMandateAndLeavesWithIt() {
    PaperHouse house = new PaperHouse(8);
    MandatePages own = new MandatePages(house.scenes(), house.mandates, house.clock);
    Mandate above = house.ports.mandates().ofBody(PaperHouse.FULL).getFirst();
    String form = french(own.vendor(house.auditor(), FULL, above.id().toString()));
    assertThat(form).contains("Rempart Conseil", "Aucun prestataire n’est encore inscrit");
    assertThatThrownBy(() -> own.vendor(house.mayor(), FULL, above.id().toString()))
        .isInstanceOf(NotFound.class);
    assertThat(french(own.confirm(house.mayor(), FULL, above.id().toString())))
        .contains("Retirer le mandat de Rempart Conseil (exemple)\u202f?");
    own.revoke(house.mayor(), FULL, above.id().toString());
    assertThatThrownBy(() -> house.scenes().of(house.auditor(), FULL)).isInstanceOf(NotFound.class);
    assertThat(french(own.list(house.mayor(), FULL, "1"))).contains("Retiré le 24\u00a0novembre");
  }

  @Test
  void workstationsAreANumberOrAreAskedAgain() {
    Object wrong = pages.keepSettings(HOUSE.mayor(), FULL, "beaucoup");
    assertThat(french(wrong)).contains("value=\"beaucoup\"", "entre 1 et 200");
    Object kept = pages.keepSettings(HOUSE.mayor(), FULL, "1 200");
    assertThat(kept).isInstanceOf(ResponseEntity.class);
    assertThat(french(pages.settings(HOUSE.mayor(), FULL, "1"))).contains("value=\"1200\"");
    pages.keepSettings(HOUSE.mayor(), FULL, "21");
  }

  @Test
  void theJournalSpeaksInSentencesAndKeepsTheSealAtHand() {
    pages.keepSettings(HOUSE.mayor(), FULL, "21");
    String html = french(journal.journal(HOUSE.mayor(), FULL, true));
    assertThat(html)
        .contains(
            "<strong>Vous</strong>", "réglages changés", "mardi\u00a024\u00a0novembre\u00a02026")
        .containsPattern("Sceau.*<code>[0-9a-f]{64}</code>");
  }

  @Test
  void rolesInAnotherBodyCountForNothingHere() {
    Caller elsewhere =
        Caller.person(
            HOUSE.newcomer().account().orElseThrow(),
            "Nour",
            java.util.Set.of(
                new Membership.OfBody(PaperHouse.EMPTY, fr.bastide.loop.access.BodyRole.OFFICIAL)));
    assertThatThrownBy(() -> pages.keepSettings(elsewhere, FULL, "5")).isInstanceOf(NotFound.class);
  }

  private static String firm() {
    return HOUSE.ports.providers().all().getFirst().id().toString();
  }

  private static String french(Object page) {
    return PaperHouse.draw(page, Language.FR, "/bodies/" + FULL);
  }
}
