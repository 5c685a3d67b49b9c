package fr.bastide.telemetry.evtx;

import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Measures how fast one thread reads recordings into events: the chunks of a folder's files as one
/// file in memory, read again and again. Prints megabytes (10^6 bytes) of chunks, and of records
/// alone, per second of CPU.
///
/// Arguments: the folder; the seconds to warm up; the number of rounds, of which the median counts.
public final class EvtxSpeed {

  private static final int HEADER = 4_096;
  private static final int CHUNK = 65_536;

  /// How often the file is read in one round: the clock of CPU time ticks in hundredths of seconds.
  private static final int REPEATS = 20;

  private EvtxSpeed() {}

  /// Measures.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int warmUp = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    byte[] file = chunks(folder);
    long used = used(file);
    EvtxReader reader = new EvtxReader(new Taxonomy(new FieldNames(), new Origins()));
    long until = System.nanoTime() + warmUp * 1_000_000_000L;
    while (System.nanoTime() < until) {
      round(reader, file);
    }
    double[] seconds = new double[rounds];
    double[] wall = new double[rounds];
    long events = 0;
    for (int i = 0; i < rounds; i++) {
      double cpu = cpuSeconds();
      long start = System.nanoTime();
      for (int j = 0; j < REPEATS; j++) {
        events = round(reader, file);
      }
      wall[i] = (System.nanoTime() - start) / 1e9 / REPEATS;
      seconds[i] = (cpuSeconds() - cpu) / REPEATS;
    }
    Arrays.sort(seconds);
    Arrays.sort(wall);
    double median = seconds[rounds / 2];
    System.out.printf(
        Locale.ROOT,
        "%.1f MB of chunks (%.1f MB of records), %d events: median %.4f s CPU (best %.4f, worst"
            + " %.4f), %.4f s wall; %.0f MB/s of chunks, %.0f MB/s of records, %.0f events/s%n",
        file.length / 1e6,
        used / 1e6,
        events,
        median,
        seconds[0],
        seconds[rounds - 1],
        wall[rounds / 2],
        file.length / 1e6 / median,
        used / 1e6 / median,
        events / median);
  }

  /// The CPU time of the whole process, compiler and garbage collection included.
  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static long round(EvtxReader reader, byte[] file) throws IOException {
    long[] events = new long[1];
    reader.read(
        new ByteArrayInputStream(file),
        Source.named("speed"),
        event -> events[0]++,
        trouble -> {
          throw new IllegalStateException(trouble.toString());
        });
    return events[0];
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
        // a header whose count of chunks is kept from being believed by the flag of a file in use
        byte[] header = Arrays.copyOf(bytes, HEADER);
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putShort(42, (short) 0xffff);
        header[120] = 1;
        EvtxWriter.sealHeader(header);
        all.write(header);
      }
      for (int at = HEADER; at + CHUNK <= bytes.length; at += CHUNK) {
        if (bytes[at] == 'E') {
          all.write(bytes, at, CHUNK);
        }
      }
    }
    return all.toByteArray();
  }

  private static long used(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long used = 0;
    for (int at = HEADER; at < file.length; at += CHUNK) {
      used += buffer.getInt(at + 48) - 512;
    }
    return used;
  }
}
