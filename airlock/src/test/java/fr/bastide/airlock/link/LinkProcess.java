package fr.bastide.airlock.link;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// One side of the link as a process of its own, for tests that kill it or put it elsewhere: `low
/// ROOT HOST PORT MEGABITS` or `high ROOT HOST PORT`.
final class LinkProcess {

  private static final int MTU = 1_500;

  private LinkProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[1]);
    LinkRoute route =
        new LinkRoute.Udp(new InetSocketAddress(arguments[2], Integer.parseInt(arguments[3])));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments[0].equals("low")) {
      LowSettings settings = low(root, route, Integer.parseInt(arguments[4]));
      try (LowSide side =
          new LowSide(settings, Preparation.AS_IS, t -> out.println(t.en()), Clock.systemUTC())) {
        side.run();
      }
    } else {
      try (HighSide side =
          new HighSide(high(root, route), a -> out.println(AlarmLine.json(a)), Clock.systemUTC())) {
        side.run();
      }
    }
  }

  static LowSettings low(Path root, LinkRoute route, int megabits) {
    return new LowSettings(
        root.resolve("in"),
        "files",
        root.resolve("low"),
        root.resolve("low-keys"),
        route,
        LinkShape.forMtu(MTU),
        megabits,
        Duration.ofDays(30),
        1L << 40);
  }

  static HighSettings high(Path root, LinkRoute route) {
    return new HighSettings(
        root.resolve("out"),
        root.resolve("high"),
        root.resolve("high-keys"),
        route,
        LinkShape.forMtu(MTU),
        1);
  }
}
