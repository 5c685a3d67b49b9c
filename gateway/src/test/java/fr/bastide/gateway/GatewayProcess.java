package fr.bastide.gateway;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// One side as a process of its own, for tests that kill it: `low|high ROOT PORT [PAGE-PORT]`.
final class GatewayProcess {

  private GatewayProcess() {}

  public static void main(String[] arguments) throws Exception {
    Yard yard = new Yard(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments[0].equals("low")) {
      DoorPlan doors =
          new DoorPlan(
              Optional.empty(),
              Optional.of(
                  new java.net.InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[3]))),
              Optional.empty());
      try (LowGateway low =
          new LowGateway(
              yard.low(doors), Lane.NONE, text -> out.println(text.en()), Clock.systemUTC())) {
        low.run();
      }
    } else {
      try (HighGateway high =
          new HighGateway(
              yard.high(DoorPlan.NONE),
              alarm -> out.println(alarm.text().en()),
              text -> out.println(text.en()),
              Clock.systemUTC())) {
        high.run();
      }
    }
  }
}
