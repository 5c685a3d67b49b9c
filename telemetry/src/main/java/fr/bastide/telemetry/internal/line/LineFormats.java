package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.internal.audit.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The readers of formats of one event a line.
public final class LineFormats {

  /// The names of these formats, as people write them after `--format`.
  public static final List<String> NAMES =
      List.of("syslog", "cef", "leef", "keyvalue", "eve", "access", "auditd", "lines");

  private LineFormats() {}

  /// The reader of a format, with the clock of metropolitan France; empty when the name is none of
  /// [#NAMES].
  public static Optional<EventReader> reader(String name, Taxonomy taxonomy) {
    return reader(name, taxonomy, LineClock.french());
  }

  /// The reader of a format, with a clock that completes what its times leave out.
  public static Optional<EventReader> reader(String name, Taxonomy taxonomy, LineClock clock) {
    FieldNames names = taxonomy.names();
    return decoders(name, names, clock)
        .map(decoders -> new LineReader(taxonomy, framed(name), decoders));
  }

  private static Optional<Supplier<LineDecoder>> decoders(
      String name, FieldNames names, LineClock clock) {
    return switch (name) {
      case "syslog" -> Optional.of(() -> new EnvelopeDecoder(names, clock, ""));
      case "cef", "leef", "keyvalue" -> Optional.of(() -> new EnvelopeDecoder(names, clock, name));
      case "eve" -> Optional.of(() -> new EveDecoder(names, clock));
      case "access" -> Optional.of(() -> new AccessDecoder(names, clock));
      case "auditd" -> Optional.of(() -> auditTrail(names));
      case "lines" -> Optional.of(() -> new PlainDecoder(names, clock));
      default -> Optional.empty();
    };
  }

  private static boolean framed(String name) {
    return switch (name) {
      case "syslog", "cef", "leef", "keyvalue" -> true;
      default -> false;
    };
  }

  private static LineDecoder auditTrail(FieldNames names) {
    return new AuditTrail(names, new NameCache(names));
  }
}
