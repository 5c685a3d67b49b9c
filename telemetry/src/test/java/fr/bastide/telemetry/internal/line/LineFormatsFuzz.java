package fr.bastide.telemetry.internal.line;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// Hostile lines in every format: events or troubles, never an exception; every value stands within
/// its bytes; an event that is kept says the same.
class LineFormatsFuzz {

  private static final LineClock CLOCK =
      new LineClock(ZoneId.of("Europe/Paris"), InstantSource.fixed(Instant.EPOCH));

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
  private int outcomes;

  @FuzzTest(maxDuration = "30s")
  void syslog(byte[] bytes) throws IOException {
    read("syslog", bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void cef(byte[] bytes) throws IOException {
    read("cef", bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void leef(byte[] bytes) throws IOException {
    read("leef", bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void keyvalue(byte[] bytes) throws IOException {
    read("keyvalue", bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void eve(byte[] bytes) throws IOException {
    read("eve", bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void access(byte[] bytes) throws IOException {
    read("access", bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void auditd(byte[] bytes) throws IOException {
    read("auditd", bytes);
  }

  @FuzzTest(maxDuration = "30s")
  void lines(byte[] bytes) throws IOException {
    read("lines", bytes);
  }

  private void read(String format, byte[] bytes) throws IOException {
    outcomes = 0;
    LineFormats.reader(format, taxonomy, CLOCK)
        .orElseThrow()
        .read(
            new ByteArrayInputStream(bytes),
            Source.named("fuzz"),
            this::check,
            trouble -> outcomes++);
    boolean blank = true;
    for (byte b : bytes) {
      blank &= b <= ' ';
    }
    boolean silent = format.equals("access") || format.equals("auditd") || bytes.length < 4;
    if (!blank && !silent && outcomes == 0 && bytes[0] > ' ' && bytes[0] < 127) {
      throw new AssertionError("neither an event nor a trouble");
    }
  }

  private void check(Event event) {
    outcomes++;
    Event kept = event.keep();
    if (kept.size() != event.size() || kept.time() != event.time()) {
      throw new AssertionError("kept otherwise");
    }
    for (int i = 0; i < event.size(); i++) {
      if (event.start(i) < 0
          || event.end(i) < event.start(i)
          || event.end(i) > event.bytes(i).length) {
        throw new AssertionError("value " + event.name(i) + " stands outside its bytes");
      }
      if (!event.text(i).equals(kept.text(i)) || !event.name(i).equals(kept.name(i))) {
        throw new AssertionError("kept with another " + event.name(i));
      }
    }
  }
}
