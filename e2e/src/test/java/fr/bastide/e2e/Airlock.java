package fr.bastide.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Both sides of an airlock, as the commands that an operator starts.
final class Airlock implements AutoCloseable {

  static final String PASSWORD = "une phrase assez longue";

  private final Path root;
  private final List<Process> sides = new ArrayList<>();
  private final int low;
  private final int high;

  private Airlock(Path root) throws IOException {
    this.root = root;
    low = free();
    high = free();
  }

  static Airlock open(Path root) throws IOException, InterruptedException {
    Airlock airlock = new Airlock(root);
    airlock.run("keys", "low", "cles-bas");
    airlock.run("keys", "high", "cles-haut");
    for (String carried : List.of("low.public", "link.secret")) {
      Files.copy(
          root.resolve("cles-bas").resolve(carried),
          root.resolve("cles-haut").resolve(carried),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.copy(root.resolve("cles-haut/high.public"), root.resolve("cles-bas/high.public"));
    Files.createDirectories(root.resolve("lien"));
    Files.writeString(root.resolve("phrase"), PASSWORD);
    String digest = airlock.run("flows", "password", "--password-file", "phrase").strip();
    Files.writeString(root.resolve("flux.yaml"), flows(digest), StandardCharsets.UTF_8);
    airlock.start(
        "high",
        "--out",
        "sorti",
        "--state",
        "haut",
        "--keys",
        "cles-haut",
        "--folder",
        "lien",
        "--flows",
        "flux.yaml",
        "--page",
        "127.0.0.1:" + airlock.high);
    airlock.start(
        "low",
        "--in",
        "depot",
        "--state",
        "bas",
        "--keys",
        "cles-bas",
        "--folder",
        "lien",
        "--flows",
        "flux.yaml",
        "--page",
        "127.0.0.1:" + airlock.low);
    airlock.await(airlock.high);
    airlock.await(airlock.low);
    return airlock;
  }

  private static String flows(String digest) {
    return """
    flows-version: 1
    body: {fr: Mairie de Mirepoix, en: Mirepoix town hall}
    contact: {fr: le 05 61 00 00 00, en: 05 61 00 00 00}
    users:
      - {id: alice, name: Alice Martin, password: "DIGEST"}
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
        approvers: [carla]
        releasable: [unknown-kind]
      - id: urbanisme
        name: {fr: Urbanisme, en: Planning}
        direction: in
        returns: 1
        senders: [alice]
        readers: [bruno]
    """
        .replace("DIGEST", digest);
  }

  String low() {
    return "http://127.0.0.1:" + low;
  }

  String high() {
    return "http://127.0.0.1:" + high;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private ProcessBuilder command(String... arguments) {
    List<String> command = Built.java();
    command.addAll(List.of("-cp", Built.cli(), "fr.bastide.cli.Bastide", "airlock"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    Path said = root.resolve(arguments[0] + ".said");
    Process process =
        command(arguments).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(Files.readString(said));
    }
    return Files.readString(said);
  }

  private void start(String... arguments) throws IOException {
    sides.add(
        command(arguments)
            .redirectErrorStream(true)
            .redirectOutput(root.resolve(arguments[0] + ".log").toFile())
            .start());
  }

  private void await(int port) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        Thread.sleep(100);
      }
    }
  }

  /// Waits until a flow has published a file of that name.
  void awaitPublished(String flow, String ending) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Path folder = root.resolve("sorti").resolve(flow);
    while (System.nanoTime() < end) {
      if (Files.isDirectory(folder)) {
        try (var files = Files.list(folder)) {
          if (files.anyMatch(file -> file.toString().endsWith(ending))) {
            return;
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError(
        ending + " did not cross: " + Files.readString(root.resolve("low.log")));
  }

  @Override
  public void close() throws InterruptedException {
    sides.forEach(Process::destroy);
    for (Process side : sides) {
      if (!side.waitFor(20, TimeUnit.SECONDS)) {
        side.destroyForcibly().waitFor();
      }
    }
  }
}
