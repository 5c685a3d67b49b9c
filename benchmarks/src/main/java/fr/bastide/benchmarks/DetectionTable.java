package fr.bastide.benchmarks;

import fr.bastide.detection.Rule;
import fr.bastide.detection.match.Detector;
import fr.bastide.detection.match.MatchSink;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints how many events a second of processor time one thread reads and matches, lane by lane,
/// beside what reading alone does, here and with Jackson's streaming parser into a map; what
/// matching adds for an event, in time and in bytes allocated; and how much faster two threads are
/// than one, by the clock.
///
/// Arguments: the folder of rules; a folder of lanes (`*.ndjson`), then names of lanes, or none for
/// all; or a folder of Windows recordings (`*.evtx`), for which [EvtxTable] prints its own figures.
final class DetectionTable {

  private static final int EVENTS = 100_000;
  private static final int RUNS = 5;

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final Detector detector;
  private long events;
  private long matches;

  private DetectionTable(List<Rule> rules) {
    long start = System.nanoTime();
    this.detector = new Detector(names, rules);
    System.out.printf("%d rules compiled in %d ms%n", rules.size(), millis(start));
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Measures.
  static void print(String... args) throws IOException {
    long start = System.nanoTime();
    List<Rule> rules = new RuleReader().read(Path.of(args[0])).book().rules();
    System.out.printf("rules read in %d ms%n", millis(start));
    if (EvtxTable.stands(Path.of(args[1]))) {
      EvtxTable.print(rules, Path.of(args[1]));
      return;
    }
    DetectionTable bench = new DetectionTable(rules);
    System.out.printf(
        "%-20s %9s %9s %9s %9s %9s %7s %8s %8s%n",
        "lane",
        "Jackson/s",
        "read/s",
        "whole/s",
        "of limit",
        "match ns",
        "bytes",
        "matches",
        "threads");
    List<String> wanted = Arrays.asList(args).subList(2, args.length);
    try (var lanes = Files.newDirectoryStream(Path.of(args[1]), "*.ndjson")) {
      for (Path lane : lanes) {
        String name = lane.getFileName().toString().replace(".ndjson", "");
        if (wanted.isEmpty() || wanted.contains(name)) {
          bench.lane(name, repeated(Files.readAllBytes(lane)));
        }
      }
    }
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf("heap in use %d MB%n", heap >> 20);
  }

  private void lane(String name, byte[] lines) throws IOException {
    double jackson = best(() -> events = JacksonLimit.count(lines));
    double read = best(() -> read(lines, null));
    long readBytes = allocated(() -> read(lines, null));
    Detector.Session session = detector.session();
    double whole = best(() -> read(lines, session));
    long found = matches;
    long wholeBytes = allocated(() -> read(lines, session));
    System.out.printf(
        "%-20s %,9.0f %,9.0f %,9.0f %8.0f%% %9.0f %7.1f %8d %7.2fx%n",
        name,
        jackson,
        read,
        whole,
        100 * whole / jackson,
        1e9 / whole - 1e9 / read,
        (double) (wholeBytes - readBytes) / EVENTS,
        found,
        scaling(lines));
  }

  /// How many bytes this thread allocates.
  private static long allocated(Work work) throws IOException {
    var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = bean.getCurrentThreadAllocatedBytes();
    work.run();
    return bean.getCurrentThreadAllocatedBytes() - before;
  }

  /// How many times as much two threads do as one in the same time; the median of some runs.
  private double scaling(byte[] lines) {
    double[] ratios = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      double one = seconds(lines, 1);
      ratios[i] = 2 * one / seconds(lines, 2);
    }
    Arrays.sort(ratios);
    return ratios[RUNS / 2];
  }

  /// How long so many threads take that each read and match the whole lane.
  private double seconds(byte[] lines, int threads) {
    long start = System.nanoTime();
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(
          Thread.ofPlatform()
              .start(() -> {
                Detector.Session session = detector.session();
                try {
                  Formats.reader("json", taxonomy)
                      .orElseThrow()
                      .read(
                          new ByteArrayInputStream(lines),
                          Source.named("lane"),
                          event -> session.match(event, _ -> {}),
                          trouble -> System.out.println(trouble));
                } catch (IOException impossible) {
                  throw new UncheckedIOException(impossible);
                }
              }));
    }
    for (Thread thread : running) {
      join(thread);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Events a second of processor time, the median of some runs after two that only warm up.
  private double best(Work work) throws IOException {
    double[] rates = new double[RUNS];
    for (int i = -2; i < RUNS; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      events = 0;
      matches = 0;
      work.run();
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      if (i >= 0) {
        rates[i] = 1e9 * events / nanos;
      }
    }
    Arrays.sort(rates);
    return rates[RUNS / 2];
  }

  private void read(byte[] lines, Detector.@Nullable Session session) throws IOException {
    EventReader reader = Formats.reader("json", taxonomy).orElseThrow();
    MatchSink sink = _ -> matches++;
    reader.read(
        new ByteArrayInputStream(lines),
        Source.named("lane"),
        event -> {
          events++;
          if (session != null) {
            session.match(event, sink);
          }
        },
        trouble -> System.out.println(trouble));
  }

  private static byte[] repeated(byte[] lines) {
    int count = 0;
    for (byte b : lines) {
      count += b == '\n' ? 1 : 0;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < EVENTS; i += count) {
      all.writeBytes(lines);
    }
    return all.toByteArray();
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
