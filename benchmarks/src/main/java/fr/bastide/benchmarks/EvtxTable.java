package fr.bastide.benchmarks;

import fr.bastide.detection.Rule;
import fr.bastide.detection.match.Detector;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.evtx.EvtxJson;
import fr.bastide.telemetry.evtx.EvtxReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Prints how fast one thread reads Windows recordings into events, and matches them: megabytes
/// (10^6 bytes) of chunks per second of processor time, with what Jackson's streaming parser does
/// with the same records written as JSON.
///
/// The chunks of all recordings under a folder are put together as one file in memory, which is
/// read again and again; a chunk is what Windows writes at once, 65,536 bytes, seldom quite full.
final class EvtxTable {

  private static final int HEADER = 4_096;
  private static final int CHUNK = 65_536;
  private static final int RUNS = 5;
  private static final int WARM_UPS = 8;

  /// How often the file is read in one run: the clock of processor time is coarse.
  private static final int REPEATS = 10;

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final EvtxReader reader = new EvtxReader(taxonomy);
  private final Detector detector;
  private final byte[] file;
  private long events;
  private long matches;

  private EvtxTable(List<Rule> rules, byte[] file) {
    this.detector = new Detector(names, rules);
    this.file = file;
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Whether a folder holds recordings.
  static boolean stands(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.anyMatch(file -> file.toString().endsWith(".evtx"));
    }
  }

  /// Measures.
  static void print(List<Rule> rules, Path folder) throws IOException {
    byte[] file = chunks(folder);
    new EvtxTable(rules, file).print();
  }

  private void print() throws IOException {
    byte[] json = json();
    Detector.Session session = detector.session();
    double read = seconds(() -> read(event -> events++));
    long count = events;
    double whole =
        seconds(() ->
            read(event -> {
              events++;
              session.match(event, _ -> matches++);
            }));
    long found = matches;
    double jackson = seconds(() -> events += JacksonLimit.count(json));
    System.out.printf(
        "%,d events, %.1f MB of chunks (%.1f MB of records), %.1f MB as JSON, %d matches%n",
        count, file.length / 1e6, used() / 1e6, json.length / 1e6, found);
    System.out.printf("%-32s %12s %12s%n", "evtx", "MB/s", "events/s");
    row("our reader alone", file.length, count, read);
    row("with matching", file.length, count, whole);
    row("Jackson into a map, of the JSON", json.length, count, jackson);
  }

  private static void row(String what, long bytes, long count, double seconds) {
    System.out.printf("%-32s %,12.0f %,12.0f%n", what, bytes / 1e6 / seconds, count / seconds);
  }

  /// Seconds of processor time for the file once, the median of some runs after some to warm up.
  private double seconds(Work work) throws IOException {
    double[] seconds = new double[RUNS];
    for (int i = -WARM_UPS; i < RUNS; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        events = 0;
        matches = 0;
        work.run();
      }
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      if (i >= 0) {
        seconds[i] = nanos / 1e9 / REPEATS;
      }
    }
    Arrays.sort(seconds);
    return seconds[RUNS / 2];
  }

  private void read(EventSink sink) throws IOException {
    reader.read(
        new ByteArrayInputStream(file),
        Source.named("recordings"),
        sink,
        trouble -> {
          throw new IllegalStateException(trouble.toString());
        });
  }

  private byte[] json() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    EvtxJson.read(
        new ByteArrayInputStream(file),
        record -> {
          lines.writeBytes(record);
          lines.write('\n');
        },
        trouble -> {
          throw new IllegalStateException(trouble.toString());
        });
    return lines.toByteArray();
  }

  /// Bytes of records in the chunks: what stands behind the last one is not read.
  private long used() {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long used = 0;
    for (int at = HEADER; at < file.length; at += CHUNK) {
      used += buffer.getInt(at + 48) - 512;
    }
    return used;
  }

  private static byte[] chunks(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(f -> f.toString().endsWith(".evtx")).sorted().toList();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Path path : files) {
      byte[] bytes = Files.readAllBytes(path);
      if (all.size() == 0) {
        all.writeBytes(header(bytes));
      }
      for (int at = HEADER; at + CHUNK <= bytes.length; at += CHUNK) {
        if (bytes[at] == 'E') {
          all.write(bytes, at, CHUNK);
        }
      }
    }
    return all.toByteArray();
  }

  /// A header whose number of chunks is not believed, because it says that the file is in use.
  private static byte[] header(byte[] recording) {
    byte[] header = Arrays.copyOf(recording, HEADER);
    ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(42, (short) 0xffff);
    header[120] = 1;
    CRC32 sum = new CRC32();
    sum.update(header, 0, 120);
    buffer.putInt(124, (int) sum.getValue());
    return header;
  }
}
