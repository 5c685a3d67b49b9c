package fr.bastide.loop.intake;

import fr.bastide.document.Fields;
import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the public holidays.
final class HolidayReader {

  private static final int MAX_BYTES = 50_000;
  private static final int TEXT = 300;
  private static final int WORD = 60;
  private static final int MOST_DAYS = 100;

  private final Findings findings;

  private HolidayReader(Findings findings) {
    this.findings = findings;
  }

  static Holidays builtin() {
    Findings findings = new Findings("holidays.yaml");
    try (InputStream in = HolidayReader.class.getResourceAsStream("holidays.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: holidays.yaml");
      }
      Optional<Holidays> read =
          YamlReader.read(in.readAllBytes(), MAX_BYTES, findings)
              .map(yaml -> new HolidayReader(findings).all(Fields.of(yaml, "", findings)));
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return read.orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  private Holidays all(Fields file) {
    file.known("version", "source", "common", "territories");
    List<Holidays.Holiday> common = holidays(file, "common");
    List<Holidays.Territory> territories = new ArrayList<>();
    for (Yaml item : file.list("territories")) {
      Fields one = Fields.of(item, "territories", findings).known("id", "zone", "name", "more");
      territories.add(
          new Holidays.Territory(
              one.text("id", WORD),
              zone(one),
              one.localised("name", TEXT),
              Holidays.joined(common, holidays(one, "more"))));
    }
    return new Holidays(file.text("version", WORD), territories);
  }

  private List<Holidays.Holiday> holidays(Fields fields, String key) {
    List<Holidays.Holiday> holidays = new ArrayList<>();
    for (Yaml item : fields.list(key)) {
      Fields one = Fields.of(item, key, findings).known("day", "easter", "name");
      Text name = one.localised("name", TEXT);
      holidays.add(
          one.has("easter")
              ? new Holidays.Holiday.Movable(one.whole("easter", -MOST_DAYS, MOST_DAYS), name)
              : new Holidays.Holiday.Fixed(day(one), name));
    }
    return holidays;
  }

  private MonthDay day(Fields one) {
    try {
      return MonthDay.parse("--" + one.text("day", WORD));
    } catch (DateTimeException notOne) {
      findings.error(
          one.lineOf("day"), "day", "Il faut mois-jour : 05-01.", "Month-day is needed: 05-01.");
      return MonthDay.of(1, 1);
    }
  }

  private ZoneId zone(Fields one) {
    try {
      return ZoneId.of(one.text("zone", WORD));
    } catch (DateTimeException notOne) {
      findings.error(
          one.lineOf("zone"),
          "zone",
          "Il faut un fuseau, comme Europe/Paris.",
          "A time zone is needed, such as Europe/Paris.");
      return ZoneId.of("Europe/Paris");
    }
  }
}
