package fr.bastide.gateway;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.link.HighSettings;
import fr.bastide.airlock.link.KeyFolder;
import fr.bastide.airlock.link.LinkKeys;
import fr.bastide.airlock.link.LinkRoute;
import fr.bastide.airlock.link.LinkShape;
import fr.bastide.airlock.link.LowSettings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Both sides of an airlock in one folder: keys, a flows file, plans.
final class Yard {

  static final String PASSWORD = "une phrase assez longue";

  /// The digest of [#PASSWORD], made once with little memory: tests sign in often.
  static final String DIGEST = "$2a$10$" + Bcrypts.tail(PASSWORD);

  final Path root;
  final int port;

  Yard(Path root) throws IOException {
    this(root, freeUdp());
  }

  Yard(Path root, int port) {
    this.root = root;
    this.port = port;
  }

  /// Makes keys and the flows file.
  Yard lay() throws IOException {
    LocalDate today = LocalDate.now(java.time.Clock.systemUTC());
    new KeyFolder(root.resolve("low-keys")).make(LinkKeys.Side.LOW, today);
    new KeyFolder(root.resolve("high-keys")).make(LinkKeys.Side.HIGH, today);
    carry("low-keys/low.public", "high-keys/low.public");
    carry("low-keys/link.secret", "high-keys/link.secret");
    carry("high-keys/high.public", "low-keys/high.public");
    Files.writeString(root.resolve("flows.yaml"), flows(""), StandardCharsets.UTF_8);
    return this;
  }

  /// @param aliceKey a public SSH key of alice; empty for none
  static String flows(String aliceKey) {
    String keys = aliceKey.isEmpty() ? "" : ", keys: [\"" + aliceKey + "\"]";
    return """
    flows-version: 1
    body: {fr: Mairie de Mirepoix, en: Mirepoix town hall}
    contact: {fr: le 05 61 00 00 00, en: 05 61 00 00 00}
    users:
      - {id: alice, name: Alice Martin, password: "DIGEST"KEYS}
      - {id: bruno, name: Bruno Petit, password: "DIGEST"}
      - {id: carla, name: Carla Roux, password: "DIGEST"}
    commanders: [carla]
    flows:
      - id: etat-civil
        name: {fr: État civil, en: Civil registry}
        direction: in
        vital: true
        senders: [alice]
        readers: [bruno]
        approvers: [bruno, carla]
        releasable: [unknown-kind]
        quota: {largest-megabytes: 2}
      - id: urbanisme
        name: {fr: Urbanisme, en: Planning}
        direction: in
        returns: 1
        senders: [alice]
        readers: [bruno]
    """
        .replace("DIGEST", DIGEST)
        .replace("KEYS", keys);
  }

  private void carry(String from, String to) throws IOException {
    Files.copy(
        root.resolve(from),
        root.resolve(to),
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
  }

  Flows flows() throws IOException {
    return FlowsAt.load(root.resolve("flows.yaml"));
  }

  private LinkRoute route() {
    return new LinkRoute.Udp(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  LowPlan low(DoorPlan doors) {
    LowSettings link =
        new LowSettings(
            root.resolve("in"),
            "files",
            root.resolve("low"),
            root.resolve("low-keys"),
            route(),
            LinkShape.forMtu(1_500),
            200,
            Duration.ofDays(30),
            1L << 40);
    return new LowPlan(
        link,
        Optional.of(root.resolve("flows.yaml")),
        Flow.Direction.IN,
        "standard",
        Duration.ofMillis(300),
        1,
        doors);
  }

  HighPlan high(DoorPlan doors) {
    return new HighPlan(
        new HighSettings(
            root.resolve("out"),
            root.resolve("high"),
            root.resolve("high-keys"),
            route(),
            LinkShape.forMtu(1_500),
            1),
        Optional.of(root.resolve("flows.yaml")),
        Flow.Direction.IN,
        doors);
  }

  /// Drops a file as a person does, by writing it in place.
  void drop(String flow, String name, byte[] content) throws IOException {
    Path place = Files.createDirectories(root.resolve("in").resolve(flow));
    Files.write(place.resolve(name), content);
  }

  /// The published names of a flow without their numbers, sorted; receipts left out.
  List<String> published(String flow) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : files(flow)) {
      String name = file.getFileName().toString();
      names.add(name.substring(name.indexOf('-') + 1));
    }
    names.sort(null);
    return names;
  }

  List<Path> files(String flow) throws IOException {
    Path place = root.resolve("out").resolve(flow);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(file -> !file.toString().endsWith(".receipt.json")).toList();
    }
  }

  /// The published file of that name.
  Path published(String flow, String name) throws IOException {
    return files(flow).stream()
        .filter(file -> file.toString().endsWith("-" + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + flow));
  }

  /// Waits for something that must come.
  static void await(String what, BooleanSupplier there) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.sleep(50);
    }
  }

  /// Waits until a flow published a file of that name.
  void awaitPublished(String flow, String name) throws InterruptedException {
    await(
        name + " in " + flow,
        () -> {
          try {
            return published(flow).contains(name);
          } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
          }
        });
  }

  static int freeUdp() throws IOException {
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  static InetSocketAddress freeTcp() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
    }
  }
}
