package fr.bastide.detection.surge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The labelled series of the Numenta Anomaly Benchmark, read from the shared corpora.
final class NabCorpus {

  static final Path FOLDER = Path.of("../../shared/corpora/detect/nab");

  private NabCorpus() {}

  /// One series: when, how much, and the windows in which a detection is right.
  ///
  /// @param times in microseconds since 1970
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Series(String name, long[] times, double[] values, List<Window> windows) {}

  /// A window by the positions of its first and last row, both inside.
  record Window(int first, int last) {

    int width() {
      return last - first + 1;
    }
  }

  static boolean absent() {
    return !Files.isDirectory(FOLDER.resolve("data"));
  }

  /// Every series that has an entry in the labels, by name.
  static List<Series> read() throws IOException {
    JsonNode labels =
        JsonMapper.shared().readTree(FOLDER.resolve("labels/combined_windows.json").toFile());
    List<Series> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : labels.properties()) {
      all.add(series(entry.getKey(), entry.getValue()));
    }
    return all;
  }

  private static Series series(String name, JsonNode limits) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve("data").resolve(name));
    int rows = lines.size() - 1;
    long[] times = new long[rows];
    double[] values = new double[rows];
    Map<Long, Integer> firstAt = new HashMap<>();
    for (int i = 0; i < rows; i++) {
      String line = lines.get(i + 1);
      int comma = line.indexOf(',');
      times[i] = micros(line.substring(0, comma));
      values[i] = Double.parseDouble(line.substring(comma + 1));
      firstAt.putIfAbsent(times[i], i);
    }
    List<Window> windows = new ArrayList<>();
    for (JsonNode pair : limits) {
      windows.add(new Window(row(firstAt, pair.get(0)), row(firstAt, pair.get(1))));
    }
    return new Series(name, times, values, windows);
  }

  private static int row(Map<Long, Integer> rows, JsonNode time) {
    Integer row = rows.get(micros(time.asString()));
    if (row == null) {
      throw new IllegalStateException("a window begins or ends at no row: " + time);
    }
    return row;
  }

  private static long micros(String text) {
    LocalDateTime time = LocalDateTime.parse(text.strip().replace(' ', 'T'));
    return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time);
  }
}
