package fr.bastide.cli;

import fr.bastide.cli.timeline.FileRead;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Reads logs file after file, hands every event on, and keeps account of what was read.
final class LogReading {

  private static final int MOST_TROUBLES = 200;
  private static final int BUFFER = 1 << 16;
  private static final int MOST_DAYS = 100_000;
  private static final long DAY = 86_400_000_000L;

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
  private final Console console;
  private final String format;
  private final boolean hashed;
  private final Progress progress;
  private final List<FileRead> files = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final Set<Long> days = new HashSet<>();
  private long day = Long.MIN_VALUE;
  private String reading = "";
  private int count;
  private int failures;
  private long events;
  private long troubled;
  private long first;
  private long last;

  /// @param hashed whether the SHA-256 of each file is wanted
  LogReading(Console console, String format, boolean hashed) {
    this.console = console;
    this.format = format;
    this.hashed = hashed;
    this.progress = Progress.of(console);
  }

  Taxonomy taxonomy() {
    return taxonomy;
  }

  /// Reads them all. A file that cannot be read is told and counted; the others are read.
  void read(LogFiles found, EventSink sink) {
    count = found.files().size();
    for (String folder : found.unreadable()) {
      fail(folder, new AccessDeniedException(folder));
    }
    for (LogFile file : found.files()) {
      reading = file.path().toString();
      first = Event.NO_TIME;
      last = Event.NO_TIME;
      long eventsBefore = events;
      long troublesBefore = troubled;
      Measure measure = read(file, sink);
      files.add(
          new FileRead(
              reading,
              measure.bytes,
              measure.sha256,
              events - eventsBefore,
              first,
              last,
              troubled - troublesBefore,
              measure.whole));
    }
    progress.clear();
  }

  private record Measure(long bytes, String sha256, boolean whole) {}

  private Measure read(LogFile file, EventSink sink) {
    EventReader reader = Formats.reader(format, taxonomy).orElseThrow();
    Source source = new Source(file.tenant(), reading);
    progress.at(files.size() + 1, count, reading, events);
    boolean standard = LogFiles.standardInput(file.path());
    HashedInput measured = new HashedInput(InputStream.nullInputStream());
    try (InputStream raw = standard ? System.in : Files.newInputStream(file.path())) {
      if (!hashed) {
        reader.read(new BufferedInputStream(raw, BUFFER), source, e -> take(e, sink), this::tell);
        return new Measure(standard ? 0 : Files.size(file.path()), "", true);
      }
      measured = new HashedInput(raw);
      reader.read(
          new BufferedInputStream(measured, BUFFER), source, e -> take(e, sink), this::tell);
      String sha256 = measured.sha256();
      return new Measure(measured.bytes(), sha256, true);
    } catch (IOException failure) {
      fail(reading, failure);
      return new Measure(measured.bytes(), "", false);
    }
  }

  private void take(Event event, EventSink sink) {
    events++;
    if ((events & 0xfff) == 0) {
      progress.at(files.size() + 1, count, reading, events);
    }
    long time = event.time();
    if (time != Event.NO_TIME) {
      first = first == Event.NO_TIME ? time : Math.min(first, time);
      last = last == Event.NO_TIME ? time : Math.max(last, time);
      long now = Math.floorDiv(time, DAY);
      if (now != day && days.size() < MOST_DAYS) {
        day = now;
        days.add(now);
      }
    }
    sink.accept(event);
  }

  /// Tells something that could not be read, with its place.
  void tell(Trouble trouble) {
    troubled++;
    Language language = console.language();
    String colon = language == Language.FR ? "\u00a0: " : ": ";
    note(reading + ", " + trouble.placeIn(language) + colon + trouble.what().in(language));
  }

  private void fail(String name, IOException failure) {
    failures++;
    boolean refused = failure instanceof AccessDeniedException;
    String why =
        Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    Text text =
        refused
            ? new Text(
                "%s\u00a0: accès refusé, ce fichier n’a pas été lu.".formatted(name),
                "%s: access denied, this file was not read.".formatted(name))
            : new Text(
                "%s\u00a0: lecture impossible (%s), la suite de ce fichier manque."
                    .formatted(name, why),
                "%s: cannot be read (%s), the rest of this file is missing.".formatted(name, why));
    note(text.in(console.language()));
  }

  private void note(String line) {
    progress.clear();
    console.err().println(line);
    if (troubles.size() < MOST_TROUBLES) {
      troubles.add(line);
    }
  }

  /// The file under way.
  String reading() {
    return reading;
  }

  /// What was read, in order.
  List<FileRead> files() {
    return List.copyOf(files);
  }

  /// The first things that could not be read, in words.
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  /// How many places could not be read.
  long troubled() {
    return troubled;
  }

  /// How many files or folders could not be read to their end.
  int failures() {
    return failures;
  }

  /// How many events were read.
  long events() {
    return events;
  }

  /// On how many days (of UTC) there are events.
  int days() {
    return days.size();
  }

  /// The code with which a command ends that has found something, or nothing.
  int exitCode(boolean found) {
    if (found) {
      return ExitCode.FINDINGS;
    }
    return failures > 0 ? ExitCode.FAILURE : ExitCode.DONE;
  }
}
