package fr.bastide.loop.intake;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// When the centre answers, and who is told of a report.
///
/// @param territory whose public holidays count, and by whose time
/// @param week the hours of each day of the week; a day that is not there is closed
/// @param days the hours of single days, which count more than the week and the holidays
/// @param onCall the addresses that are told first; empty for all operators of the centre
/// @param backup the addresses that are told as well when nobody takes a report; empty for the
///   leads
/// @param againMinutes after how many minutes those on call are told again
public record Hours(
    Holidays.Territory territory,
    Map<DayOfWeek, List<Span>> week,
    Map<LocalDate, List<Span>> days,
    List<String> onCall,
    List<String> backup,
    int againMinutes) {

  /// After how many minutes one is told again where nobody said otherwise.
  public static final int USUAL_AGAIN = 15;

  private static final int DAYS_AHEAD = 60;

  /// Hours of one day without a break.
  ///
  /// @param from the first minute
  /// @param until the first minute after; midnight for the end of the day
  public record Span(LocalTime from, LocalTime until) {

    public Span {
      if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
        throw new IllegalArgumentException("a span ends after it begins");
      }
    }

    boolean holds(LocalTime time) {
      return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
  }

  /// Whether the centre answers.
  public sealed interface Openness {

    /// It does.
    ///
    /// @param until when it closes
    record Open(Instant until) implements Openness {}

    /// It does not.
    ///
    /// @param opens when it opens again; empty when not within two months
    record Closed(Optional<Instant> opens) implements Openness {}
  }

  public Hours {
    Map<DayOfWeek, List<Span>> weekly = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, spans) -> weekly.put(day, List.copyOf(spans)));
    week = Collections.unmodifiableMap(weekly);
    Map<LocalDate, List<Span>> single = new TreeMap<>();
    days.forEach((day, spans) -> single.put(day, List.copyOf(spans)));
    days = Collections.unmodifiableMap(single);
    onCall = List.copyOf(onCall);
    backup = List.copyOf(backup);
  }

  /// Monday to Friday, 9 to 12:30 and 13:30 to 17:30, in mainland France: what counts until the
  /// lead of the CSIRT says otherwise.
  public static Hours usual() {
    List<Span> day =
        List.of(
            new Span(LocalTime.of(9, 0), LocalTime.of(12, 30)),
            new Span(LocalTime.of(13, 30), LocalTime.of(17, 30)));
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek one : DayOfWeek.values()) {
      if (one.compareTo(DayOfWeek.SATURDAY) < 0) {
        week.put(one, day);
      }
    }
    return new Hours(Holidays.builtin().usual(), week, Map.of(), List.of(), List.of(), USUAL_AGAIN);
  }

  /// Whether the centre answers at an instant.
  public Openness at(Instant instant) {
    ZoneId zone = territory.zone();
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    Optional<Span> now =
        on(local.toLocalDate()).stream()
            .filter(span -> span.holds(local.toLocalTime()))
            .findFirst();
    if (now.isPresent()) {
      return new Openness.Open(end(local.toLocalDate(), now.get(), zone));
    }
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = local.toLocalDate().plusDays(ahead);
      Optional<Instant> opens =
          on(day).stream()
              .map(span -> day.atTime(span.from()).atZone(zone).toInstant())
              .filter(start -> start.isAfter(instant))
              .min(Instant::compareTo);
      if (opens.isPresent()) {
        return new Openness.Closed(opens);
      }
    }
    return new Openness.Closed(Optional.empty());
  }

  /// The hours of a day: its own, none on a public holiday, else those of the week.
  public List<Span> on(LocalDate day) {
    List<Span> own = days.get(day);
    if (own != null) {
      return own;
    }
    return territory.on(day).isPresent()
        ? List.of()
        : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private static Instant end(LocalDate day, Span span, ZoneId zone) {
    LocalDateTime end =
        span.until().equals(LocalTime.MIDNIGHT)
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(span.until());
    return end.atZone(zone).toInstant();
  }
}
