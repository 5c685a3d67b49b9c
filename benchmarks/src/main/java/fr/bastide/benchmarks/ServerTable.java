package fr.bastide.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Pages of a full house: 5,000 assessed bodies, 25,000 assessments, 32 users at once. Times are
/// taken by the clients on the same machine, so they hold the server's time and more.
final class ServerTable {

  private static final int USERS = 32;
  private static final int PAGES_EACH = 40;
  private static final int WARM_UP_EACH = 20;
  private static final long THINK_MILLIS = 400;

  private ServerTable() {}

  static void print(Path wanted)
      throws IOException, InterruptedException, SQLException, ExecutionException {
    Path data = wanted.toString().isEmpty() ? Files.createTempDirectory("bastide-bench") : wanted;
    System.out.println("filling " + data);
    String invitation = FilledHouse.fill(data);
    try (ServedHouse house = ServedHouse.start(data)) {
      CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
      try (HttpClient client = client(cookies)) {
        signIn(client, house.address(), invitation);
        List<String> bodies = bodies(client, house.address());
        row(client, "flash page", house, List.of("/flash"));
        row(client, "dashboard", house, bodies);
        row(client, "board", house, List.of("/board"));
      }
      System.out.printf("web process: %d MB resident%n", house.residentMegabytes());
    }
  }

  private static HttpClient client(CookieManager cookies) {
    return HttpClient.newBuilder()
        .cookieHandler(cookies)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  private static void signIn(HttpClient client, String address, String invitation)
      throws IOException, InterruptedException {
    String path = address + "/invitation/" + invitation;
    String form = get(client, path).body();
    String body =
        "_csrf="
            + encoded(between(form, "name=\"_csrf\" value=\"", "\""))
            + "&name=Banc&password="
            + encoded("une longue phrase pour le banc");
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("signing in gave " + answer.statusCode());
    }
  }

  /// Dashboards from all over the territory: those that pages of the board lead to, one in ten.
  private static List<String> bodies(HttpClient client, String address)
      throws IOException, InterruptedException {
    Set<String> found = new LinkedHashSet<>();
    int before = -1;
    for (int page = 1; found.size() > before; page += 10) {
      before = found.size();
      String board = get(client, address + "/board?page=" + page).body();
      int at = board.indexOf("href=\"/bodies/");
      while (at >= 0) {
        found.add(board.substring(at + 6, board.indexOf('"', at + 6)));
        at = board.indexOf("href=\"/bodies/", at + 6);
      }
    }
    if (found.isEmpty()) {
      throw new IOException("the board shows no body");
    }
    System.out.println(found.size() + " dashboards drawn from");
    return List.copyOf(found);
  }

  private static void row(HttpClient client, String name, ServedHouse house, List<String> paths)
      throws InterruptedException, ExecutionException {
    load(client, house.address(), paths, WARM_UP_EACH);
    double cpu = house.cpuSeconds();
    long[] micros = load(client, house.address(), paths, PAGES_EACH);
    double spent = house.cpuSeconds() - cpu;
    Arrays.sort(micros);
    System.out.printf(
        "%-12s %d users: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; %.2f ms of server CPU a page%n",
        name,
        USERS,
        at(micros, 0.50),
        at(micros, 0.95),
        at(micros, 0.99),
        1000 * spent / micros.length);
  }

  private static long[] load(HttpClient client, String address, List<String> paths, int each)
      throws InterruptedException, ExecutionException {
    List<Future<long[]>> users = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int user = 0; user < USERS; user++) {
        SplittableRandom random = new SplittableRandom(user);
        users.add(pool.submit(() -> visit(client, address, paths, each, random)));
      }
    }
    long[] all = new long[USERS * each];
    int next = 0;
    for (Future<long[]> user : users) {
      for (long micros : user.get()) {
        all[next++] = micros;
      }
    }
    return all;
  }

  private static long[] visit(
      HttpClient client, String address, List<String> paths, int each, SplittableRandom random)
      throws IOException, InterruptedException {
    long[] micros = new long[each];
    for (int i = 0; i < each; i++) {
      Thread.sleep(random.nextLong(2 * THINK_MILLIS));
      String path = paths.get(random.nextInt(paths.size()));
      long start = System.nanoTime();
      HttpResponse<String> page = get(client, address + path);
      micros[i] = (System.nanoTime() - start) / 1_000;
      if (page.statusCode() != 200) {
        throw new IOException(path + " gave " + page.statusCode());
      }
    }
    return micros;
  }

  private static HttpResponse<String> get(HttpClient client, String address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1000.0;
  }

  private static String between(String text, String before, String after) throws IOException {
    int start = text.indexOf(before);
    if (start < 0) {
      throw new IOException("the page has no " + before);
    }
    int from = start + before.length();
    return text.substring(from, text.indexOf(after, from));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
