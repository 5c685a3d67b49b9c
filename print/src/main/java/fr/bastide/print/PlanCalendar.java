package fr.bastide.print;

import fr.bastide.kernel.Language;
import fr.bastide.print.internal.Words;
import fr.bastide.print.plot.Figures;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// The due dates of a plan as an iCalendar feed (RFC 5545): one all-day event for each measure,
/// with the same UID each time, so that calendars update it rather than add it again.
public final class PlanCalendar {

  /// How many days before the due date a calendar reminds, at nine in the morning.
  private static final List<Integer> REMINDERS = List.of(14, 2);

  private PlanCalendar() {}

  /// How far a measure is.
  public enum State {
    TO_DO,
    DOING,
    DONE,
    REFUSED
  }

  /// A measure with its due date.
  ///
  /// @param measure its identifier
  /// @param title its name
  /// @param due the last day on which it is in time
  /// @param state how far it is; done and refused measures remind nobody
  /// @param url its page, if there is one
  public record DueMeasure(
      String measure, String title, LocalDate due, State state, Optional<URI> url) {}

  /// The feed of one body.
  ///
  /// @param body the body's identifier, part of every UID
  /// @param name the body's name
  /// @param measures in any order
  /// @param language of titles and reminders
  /// @param stamp when the plan last changed
  /// @return the whole calendar, lines ended by CRLF, to be sent as `text/calendar; charset=utf-8`
  public static String ics(
      String body, String name, List<DueMeasure> measures, Language language, Instant stamp) {
    String title = flat(Words.in(language).say("calendar.name", name));
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Bastide//Plan//" + language.tag().toUpperCase(language.locale())));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new Name(title));
    calendar.add(new XProperty("X-WR-CALNAME", title));
    for (DueMeasure measure : measures) {
      calendar.add(event(body, measure, language, stamp));
    }
    StringWriter written = new StringWriter();
    try {
      new CalendarOutputter(true).output(calendar, written);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return written.toString();
  }

  private static VEvent event(String body, DueMeasure due, Language language, Instant stamp) {
    Words words = Words.in(language);
    String state = words.say("calendar.state." + due.state());
    String day = new Figures(language).day(due.due());
    VEvent event = new VEvent(false);
    event.add(new Uid(plain(due.measure()) + "@" + plain(body) + ".bastide"));
    event.add(new DtStamp(stamp));
    event.add(new DtStart<>(due.due()));
    event.add(new DtEnd<>(due.due().plusDays(1)));
    event.add(new Summary(flat(due.title())));
    event.add(new Description(words.say("calendar.description", state, day)));
    event.add(
        due.state() == State.REFUSED
            ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(ImmutableTransp.TRANSPARENT);
    due.url().map(Url::new).ifPresent(event::add);
    if (due.state() == State.TO_DO || due.state() == State.DOING) {
      REMINDERS.forEach(days -> event.add(alarm(due, days, language)));
    }
    return event;
  }

  private static VAlarm alarm(DueMeasure due, int days, Language language) {
    Words words = Words.in(language);
    String within = words.count("calendar.days", language, days);
    VAlarm alarm = new VAlarm();
    alarm.add(ImmutableAction.DISPLAY);
    alarm.add(new Trigger(Duration.ofHours(9).minusDays(days)));
    alarm.add(new Description(words.say("calendar.alarm", within, flat(due.title()))));
    return alarm;
  }

  /// A text on one line.
  private static String flat(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(line::appendCodePoint);
    return line.toString();
  }

  private static String plain(String id) {
    StringBuilder kept = new StringBuilder(id.length());
    id.chars()
        .filter(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.'))
        .forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
