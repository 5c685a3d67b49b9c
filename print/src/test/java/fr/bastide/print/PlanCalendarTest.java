package fr.bastide.print;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.print.PlanCalendar.DueMeasure;
import fr.bastide.print.PlanCalendar.State;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class PlanCalendarTest {

  private static final Instant STAMP = Instant.parse("2026-11-24T08:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

  @Test
  void eachMeasureIsAnAllDayEventWithReminders() throws Exception {
    String ics = ics(List.of(due("backups.keep", "Garder une copie", State.TO_DO)), Language.FR);
    VEvent event = events(ics).getFirst();
    assertThat(event.getUid().orElseThrow().getValue())
        .isEqualTo("backups.keep@commune-09194.bastide");
    assertThat(event.getSummary().getValue()).isEqualTo("Garder une copie");
    assertThat(event.getDescription().getValue())
        .isEqualTo("À faire. Échéance\u00a0: 31\u00a0décembre\u00a02026.");
    assertThat(ics)
        .contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n")
        .contains("TRIGGER:-P13DT15H\r\n", "TRIGGER:-P1DT15H\r\n")
        .contains("URL:https://bastide.example/plan\r\n")
        .contains("VERSION:2.0\r\n");
  }

  @Test
  void doneAndRefusedMeasuresRemindNobody() throws Exception {
    String ics =
        ics(List.of(due("a.done", "A", State.DONE), due("b.no", "B", State.REFUSED)), Language.EN);
    assertThat(events(ics)).hasSize(2);
    assertThat(ics).doesNotContain("VALARM").contains("STATUS:CANCELLED", "Done. Due: ");
  }

  @Test
  void theFeedIsTheSameWhenThePlanIs() {
    List<DueMeasure> plan = List.of(due("a.b", "A", State.DOING));
    assertThat(ics(plan, Language.FR)).isEqualTo(ics(plan, Language.FR));
    assertThat(uid(ics(plan, Language.FR)))
        .isEqualTo(uid(ics(List.of(due("a.b", "Other", State.DONE)), Language.EN)));
  }

  @Test
  void titlesCannotAddLines() throws Exception {
    String evil = "x\r\nEND:VEVENT\nBEGIN:VEVENT\u0085ATTACH:http://127.0.0.1/;,\\";
    String ics =
        PlanCalendar.ics(
            "commune\r\nX:1", evil, List.of(due("m\nX:2", evil, State.TO_DO)), Language.FR, STAMP);
    assertThat(events(ics)).hasSize(1);
    assertThat(ics.lines()).noneMatch(l -> l.startsWith("ATTACH") || l.startsWith("X:"));
  }

  @Test
  void anEmptyPlanIsAnEmptyCalendar() throws Exception {
    assertThat(events(ics(List.of(), Language.FR))).isEmpty();
  }

  private static String ics(List<DueMeasure> measures, Language language) {
    return PlanCalendar.ics("commune-09194", "Saint-Exemple", measures, language, STAMP);
  }

  private static DueMeasure due(String id, String title, State state) {
    return new DueMeasure(
        id, title, DUE, state, Optional.of(URI.create("https://bastide.example/plan")));
  }

  private static List<VEvent> events(String ics) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(ics));
    return calendar.getComponents(Component.VEVENT);
  }

  private static String uid(String ics) {
    return ics.lines().filter(l -> l.startsWith("UID:")).findFirst().orElseThrow();
  }
}
