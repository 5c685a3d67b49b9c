package fr.bastide.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Whole processes, as a person waits for them: commands without a server, and the second start of
/// the server until its first page.
final class ProcessTable {

  private static final int RUNS = 7;

  private ProcessTable() {}

  static void print() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bastide-bench");
    Path answers = folder.resolve("answers.yaml");
    run(List.of("assess", "template", "-o", answers.toString()));
    row("help", List.of("help"));
    row("assess score", List.of("assess", "score", answers.toString()));
    start(folder.resolve("data"));
  }

  private static void row(String name, List<String> words)
      throws IOException, InterruptedException {
    run(words);
    double[] wall = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long begin = System.nanoTime();
      run(words);
      wall[i] = (System.nanoTime() - begin) / 1e9;
    }
    Arrays.sort(wall);
    System.out.printf(
        "%-14s %d runs: median %.2f s, worst %.2f s%n", name, RUNS, wall[RUNS / 2], wall[RUNS - 1]);
  }

  private static void run(List<String> words) throws IOException, InterruptedException {
    String[] line = new String[words.size() + 1];
    line[0] = ServedHouse.launcher().toString();
    for (int i = 0; i < words.size(); i++) {
      line[i + 1] = words.get(i);
    }
    int code =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code > 1) {
      throw new IOException(words + " ended with " + code);
    }
  }

  private static void start(Path data) throws IOException, InterruptedException {
    try (ServedHouse first = ServedHouse.start(data)) {
      page(first);
    }
    double[] cpu = new double[RUNS];
    double[] wall = new double[RUNS];
    long resident = 0;
    for (int i = 0; i < RUNS; i++) {
      long begin = System.nanoTime();
      try (ServedHouse house = ServedHouse.start(data)) {
        page(house);
        wall[i] = (System.nanoTime() - begin) / 1e9;
        cpu[i] = house.cpuSeconds();
        resident = Math.max(resident, house.residentMegabytes());
      }
    }
    Arrays.sort(cpu);
    Arrays.sort(wall);
    System.out.printf(
        "second start to first page, %d runs: median %.2f s of CPU (worst %.2f), %.2f s of wall time;"
            + " at most %d MB resident%n",
        RUNS, cpu[RUNS / 2], cpu[RUNS - 1], wall[RUNS / 2], resident);
  }

  private static void page(ServedHouse house) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(house.address() + "/"))
                      .timeout(Duration.ofSeconds(30))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        throw new IOException("the first page gave " + status);
      }
    }
  }
}
