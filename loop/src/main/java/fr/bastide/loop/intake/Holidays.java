package fr.bastide.loop.intake;

import fr.bastide.incident.Easter;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The public holidays of France by territory; data (`holidays.yaml`), computed for any year.
///
/// @param version the day of the data
/// @param territories where they differ, mainland France first
public record Holidays(String version, List<Territory> territories) {

  /// A part of France with its own holidays.
  ///
  /// @param id its name in settings
  /// @param zone the time one lives by there
  /// @param name for people
  /// @param holidays all its holidays
  public record Territory(String id, ZoneId zone, Text name, List<Holiday> holidays) {

    public Territory {
      holidays = List.copyOf(holidays);
    }

    /// The holiday on a day, if it is one.
    public Optional<Text> on(LocalDate day) {
      return holidays.stream().filter(one -> one.falls(day)).map(Holiday::name).findFirst();
    }
  }

  /// A day on which one does not work.
  public sealed interface Holiday {

    /// Its name for people.
    Text name();

    /// Whether it falls on a day.
    boolean falls(LocalDate day);

    /// The same day each year.
    record Fixed(MonthDay day, Text name) implements Holiday {
      @Override
      public boolean falls(LocalDate other) {
        return MonthDay.from(other).equals(day);
      }
    }

    /// So many days after Easter Sunday.
    record Movable(int afterEaster, Text name) implements Holiday {
      @Override
      public boolean falls(LocalDate other) {
        return ChronoUnit.DAYS.between(Easter.of(other.getYear()), other) == afterEaster;
      }
    }
  }

  private static final class Holder {
    static final Holidays BUILTIN = HolidayReader.builtin();

    private Holder() {}
  }

  public Holidays {
    territories = List.copyOf(territories);
  }

  /// Those that come with Bastide.
  public static Holidays builtin() {
    return Holder.BUILTIN;
  }

  /// The territory of this name.
  public Optional<Territory> territory(String id) {
    return territories.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// The territory that counts where nobody said which.
  public Territory usual() {
    return territories.getFirst();
  }

  static List<Holiday> joined(List<Holiday> common, List<Holiday> more) {
    return Stream.of(common, more).flatMap(List::stream).toList();
  }
}
