package fr.bastide.web.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.Language;
import fr.bastide.loop.Denied;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.web.body.PaperHouse;
import fr.bastide.web.body.Scenes;
import fr.bastide.web.frame.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class PlanPagesTest {

  private static final PaperHouse HOUSE = new PaperHouse(7);
  private static final String FULL = PaperHouse.FULL.value();
  private static final String EMPTY = PaperHouse.EMPTY.value();

  private final Scenes scenes = HOUSE.scenes();
  private final Basis basis = new Basis(HOUSE.assessments());
  private final PlanScreens screens =
      new PlanScreens(HOUSE.plans(), HOUSE.assessments(), HOUSE.clock());
  private final PlanPages pages = new PlanPages(scenes, screens, HOUSE.plans(), basis);
  private final MeasurePages measures = new MeasurePages(scenes, screens, HOUSE.plans());
  private final WishPages wishes = new WishPages(scenes, screens, HOUSE.plans(), basis);
  private final CalendarPages calendars =
      new CalendarPages(scenes, screens, HOUSE.plans(), HOUSE.address());
  private final PlanFiles files = new PlanFiles(HOUSE.plans(), HOUSE.assessments(), basis);
  private final Caller mayor = HOUSE.mayor();

  @ParameterizedTest
  @EnumSource
  void everyPageHasOneHeadingAndNothingInline(Language language) {
    Stream.<Supplier<Object>>of(
            () -> pages.list(mayor, FULL, "1"),
            () -> pages.board(mayor, FULL, ""),
            () -> pages.timeline(mayor, FULL),
            () -> pages.sheet(mayor, FULL),
            () -> pages.older(mayor, FULL),
            () -> pages.list(HOUSE.newcomer(), EMPTY, ""),
            () -> measures.show(mayor, FULL, measure(0), "DONE", "board"),
            () -> wishes.ask(mayor, FULL),
            () -> calendars.explain(mayor, FULL))
        .map(page -> PaperHouse.draw(page.get(), language, "/bodies/" + FULL + "/plan"))
        .forEach(html -> {
          assertThat(Pattern.compile("<h1[ >]").matcher(html).results()).hasSize(1);
          assertThat(html).doesNotContain(" style=", "<style", " onclick=", "javascript:");
        });
  }

  @Test
  void thePlanSaysHowSureItIsAndWhyTheOthersAreNotInIt() {
    String html = french(pages.list(mayor, FULL, ""));
    assertThat(html)
        .contains("D’abord, les plus urgentes", "Qu’est-ce qui n’est pas dans le plan")
        .contains("Optimum prouvé", "Au départ", "Visé", "Exemple, données inventées");
    assertThat(html.indexOf("rows-urgent")).isLessThan(html.indexOf("rows-later"));
  }

  @Test
  void aBodyWithoutAssessmentIsSentThereFirst() {
    assertThat(french(pages.list(HOUSE.newcomer(), EMPTY, "")))
        .contains("Le plan part d’une évaluation", "/bodies/" + EMPTY + "/assessments");
    assertThat(wishes.ask(HOUSE.newcomer(), EMPTY)).isInstanceOf(ResponseEntity.class);
    assertThatThrownBy(() -> pages.board(HOUSE.newcomer(), EMPTY, "")).isInstanceOf(NotFound.class);
  }

  @Test
  void strangersAndReadersChangeNothing() {
    assertThatThrownBy(() -> pages.list(HOUSE.newcomer(), FULL, "")).isInstanceOf(NotFound.class);
    assertThat(french(pages.board(HOUSE.reader(), FULL, ""))).doesNotContain("<form", "#move");
    assertThat(french(measures.show(HOUSE.reader(), FULL, measure(0), "", "")))
        .doesNotContain("<form");
    assertThatThrownBy(
            () -> measures.move(HOUSE.reader(), FULL, measure(0), "DOING", "", "", "", 1, ""))
        .isInstanceOf(Denied.class);
  }

  @Test
  void aMeasureMovesOnAndGoesBackToWhereOneCameFrom() {
    PlanItem item = item(measure(3));
    Object answer =
        measures.move(
            mayor, FULL, item.measure(), "DOING", "2027-02-01", "", "", item.version(), "board");
    assertThat(((ResponseEntity<?>) answer).getHeaders().getLocation())
        .hasToString("/bodies/" + FULL + "/plan/board?saved=1");
    assertThat(item(item.measure()).state()).isEqualTo(PlanItem.State.DOING);
    assertThat(item(item.measure()).due()).hasToString("2027-02-01");
  }

  @Test
  void doneNeedsEvidenceAndRefusedNeedsAReasonAndNothingTypedIsLost() {
    PlanItem item = item(measure(4));
    Page done =
        (Page)
            measures.move(
                mayor,
                FULL,
                item.measure(),
                "DONE",
                "",
                "",
                "ce que je tapais",
                item.version(),
                "");
    assertThat(done.status().value()).isEqualTo(422);
    assertThat(french(done)).contains("ce que je tapais", "evidence-wrong", "Dites ce qui montre");
    Page refused =
        (Page)
            measures.move(mayor, FULL, item.measure(), "REFUSED", "", "", " ", item.version(), "");
    assertThat(french(refused)).contains("note-wrong", "Dites pourquoi");
    Page day =
        (Page)
            measures.move(mayor, FULL, item.measure(), "DOING", "hier", "", "", item.version(), "");
    assertThat(french(day)).contains("due-wrong", "value=\"hier\"");
    assertThat(item(item.measure())).isEqualTo(item);
  }

  @Test
  void whoComesTooLateSeesBothAndOverwritesNothing() {
    PlanItem item = item(measure(5));
    measures.move(mayor, FULL, item.measure(), "DOING", "", "", "la première", item.version(), "");
    Page late =
        (Page)
            measures.move(
                mayor, FULL, item.measure(), "REFUSED", "", "", "la seconde", item.version(), "");
    assertThat(late.status().value()).isEqualTo(409);
    assertThat(french(late)).contains("la première", "la seconde", "Rien n’a été écrasé");
    assertThat(item(item.measure()).note()).isEqualTo("la première");
    Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(french(late));
    assertThat(seen.find()).isTrue();
    assertThat(seen.group(1)).isEqualTo(Integer.toString(item(item.measure()).version()));
  }

  @Test
  void whatCannotBeReadIsAskedAgainFieldByField() {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fields.add("budget", "beaucoup");
    fields.add("days", "20");
    fields.add("months", "12");
    fields.add("m." + measure(0), "REFUSED");
    Page again = (Page) wishes.preview(mayor, FULL, fields);
    assertThat(again.status().value()).isEqualTo(422);
    assertThat(french(again))
        .contains("value=\"beaucoup\"", "budget-wrong", "href=\"#why." + measure(0) + "\"");
  }

  @Test
  void aPreviewKeepsNothingAndAPlanThatIsKeptLeavesTheOlderOneReadable() {
    PaperHouse house = new PaperHouse(9);
    PlanScreens own = new PlanScreens(house.plans(), house.assessments(), house.clock());
    Basis stand = new Basis(house.assessments());
    WishPages making = new WishPages(house.scenes(), own, house.plans(), stand);
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fields.add("budget", "2 500 €");
    fields.add("days", "4");
    fields.add("months", "6");
    fields.add("m.unknown.measure", "FORCED");
    Page unknown = (Page) making.preview(house.mayor(), FULL, fields);
    assertThat(unknown.status().value()).isEqualTo(422);
    fields.remove("m.unknown.measure");
    String shown = french(making.preview(house.mayor(), FULL, fields));
    assertThat(shown).contains("Garder ce plan", "value=\"2 500 €\"");
    assertThat(house.plans().ofBody(house.mayor(), PaperHouse.FULL)).hasSize(1);
    making.keep(house.mayor(), FULL, fields);
    List<fr.bastide.loop.plan.Plans.PlanSummary> all =
        house.plans().ofBody(house.mayor(), PaperHouse.FULL);
    assertThat(all).hasSize(2);
    PlanPages reading = new PlanPages(house.scenes(), own, house.plans(), stand);
    String old = all.getLast().id().toString();
    assertThat(french(reading.one(house.mayor(), FULL, old)))
        .contains("Ancien plan", "Il ne change plus")
        .doesNotContain("<form method=\"post\" action=\"/bodies/" + FULL);
    assertThatThrownBy(() -> reading.one(house.mayor(), FULL, "no-plan"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theCalendarAnswersToItsSecretAloneAndANewOneEndsIt() {
    Matcher first = address(french(calendars.fresh(mayor, FULL)));
    ResponseEntity<byte[]> feed = calendars.feed(Caller.VISITOR, first.group(1), "fr");
    assertThat(String.valueOf(feed.getHeaders().getContentType())).startsWith("text/calendar");
    assertThat(new String(feed.getBody(), StandardCharsets.UTF_8))
        .startsWith("BEGIN:VCALENDAR")
        .contains("@" + FULL + ".bastide");
    calendars.fresh(mayor, FULL);
    assertThatThrownBy(() -> calendars.feed(Caller.VISITOR, first.group(1), "fr"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> calendars.fresh(HOUSE.reader(), FULL)).isInstanceOf(Denied.class);
  }

  @Test
  void thePlanLeavesInOpenFormats() {
    String json = new String(files.json(mayor, FULL).getBody(), StandardCharsets.UTF_8);
    assertThat(json).contains("\"plan\"", "Mirepoix");
    assertThatThrownBy(() -> files.json(HOUSE.newcomer(), FULL)).isInstanceOf(NotFound.class);
  }

  private static Matcher address(String html) {
    Matcher matcher =
        Pattern.compile("https://bastide\\.example/calendar/([A-Za-z0-9_-]{43})\\.ics")
            .matcher(html);
    assertThat(matcher.find()).isTrue();
    return matcher;
  }

  private String measure(int place) {
    return screens.require(mayor, scenes.of(mayor, FULL)).rows().get(place).measure().id();
  }

  private PlanItem item(String measure) {
    return screens.require(mayor, scenes.of(mayor, FULL)).rows().stream()
        .filter(row -> row.measure().id().equals(measure))
        .findFirst()
        .orElseThrow()
        .item();
  }

  private static String french(Object page) {
    return PaperHouse.draw(page, Language.FR, "/bodies/" + FULL + "/plan");
  }
}
