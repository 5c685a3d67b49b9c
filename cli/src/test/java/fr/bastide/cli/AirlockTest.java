package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.gateway.FileLedger;
import fr.bastide.gateway.Passwords;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirlockTest {

  private static final String PASSWORD = "une phrase assez longue";
  private static final String DIGEST = Passwords.digest(PASSWORD.toCharArray());

  private final Path flows;
  private final Path state;
  private final Path password;

  AirlockTest(@TempDir Path root) throws IOException {
    flows = root.resolve("flux.yaml");
    state = Files.createDirectory(root.resolve("bas"));
    password = Files.writeString(root.resolve("phrase"), PASSWORD + "\n");
    Files.writeString(
        flows,
        """
        flows-version: 1
        body: {fr: Mairie, en: Town hall}
        contact: {fr: le 05 61 00 00 00, en: 05 61 00 00 00}
        users:
          - {id: alice, name: Alice, password: "DIGEST"}
          - {id: carla, name: Carla, password: "DIGEST"}
        commanders: [carla]
        flows:
          - id: etat-civil
            name: {fr: État civil, en: Civil registry}
            direction: in
            vital: true
            senders: [alice]
            approvers: [alice, carla]
            releasable: [signed]
          - id: urbanisme
            name: {fr: Urbanisme, en: Planning}
            direction: in
            returns: 1
            senders: [alice]
        """
            .replace("DIGEST", DIGEST),
        StandardCharsets.UTF_8);
  }

  private Ran as(String user, String... command) {
    List<String> all = new ArrayList<>(List.of("airlock"));
    all.addAll(List.of(command));
    all.addAll(
        List.of(
            "--flows", flows.toString(),
            "--state", state.toString(),
            "--as", user,
            "--password-file", password.toString()));
    return Ran.of(all.toArray(new String[0]));
  }

  @Test
  void aFlowsFileIsCheckedWithLines() throws IOException {
    Ran good = Ran.of("airlock", "flows", "check", flows.toString());
    assertThat(good.code()).as(good.err()).isZero();
    assertThat(good.out()).contains("etat-civil").contains("État civil (vital)");
    Files.writeString(
        flows, Files.readString(flows).replace("returns: 1", "returns: 12\n    policy: mou"));
    Ran bad = Ran.of("airlock", "flows", "check", flows.toString(), "--lang", "en");
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.err()).contains(":19: error: flows.returns: A number from 1 to 9");
    assertThat(Ran.of("airlock", "flows", "check", flows + ".none").code()).isEqualTo(3);
    assertThat(Ran.of("airlock", "flows", "check").code()).isEqualTo(2);
  }

  @Test
  void aPasswordBecomesADigest() throws IOException {
    Ran made = Ran.of("airlock", "flows", "password", "--password-file", password.toString());
    assertThat(made.code()).isZero();
    assertThat(Passwords.matches(PASSWORD.toCharArray(), made.out().strip())).isTrue();
    Files.writeString(password, "court");
    Ran refused = Ran.of("airlock", "flows", "password", "--password-file", password.toString());
    assertThat(refused.code()).isEqualTo(2);
  }

  @Test
  void twoPeopleReleaseAndOneMayNot() throws IOException {
    assertThat(Ran.of("airlock", "quarantine", "list", "--state", state.toString()).code())
        .isZero();
    hold();
    Ran list = Ran.of("airlock", "quarantine", "list", "--state", state.toString(), "--lang", "en");
    assertThat(list.code()).isEqualTo(1);
    assertThat(list.out()).contains("acte.pdf").contains("held");
    assertThat(as("alice", "quarantine", "request", "1", "--note", "urgent").code()).isZero();
    Ran alone = as("alice", "quarantine", "release", "1", "--lang", "en");
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.out()).contains("somebody else must release it");
    assertThat(as("carla", "quarantine", "release", "1").code()).isZero();
    Ran show = Ran.of("airlock", "quarantine", "show", "1", "--state", state.toString());
    assertThat(show.out()).contains("demandé par alice (urgent)").contains("libéré par carla");
    Files.writeString(password, "une autre phrase");
    assertThat(as("carla", "quarantine", "refuse", "1").code()).isEqualTo(2);
  }

  private void hold() throws IOException {
    try (FileLedger ledger = FileLedger.open(state)) {
      ledger.decide(standing ->
          Quarantine.hold(
              standing,
              new Quarantine.Refusal(
                  "etat-civil",
                  "acte.pdf",
                  9,
                  "ab".repeat(32),
                  new Outcome.Refused(Reason.SIGNED),
                  "cd".repeat(32)),
              Instant.EPOCH));
    }
  }

  @Test
  void attackModeIsBegunSteppedAndEnded() {
    assertThat(as("alice", "attack", "on").code()).isEqualTo(1);
    Ran on = as("carla", "attack", "on", "--note", "rançongiciel", "--lang", "en");
    assertThat(on.code()).isZero();
    assertThat(on.out()).contains("urbanisme            cut, opens again at step 1");
    Ran status =
        Ran.of(
            "airlock",
            "attack",
            "status",
            "--flows",
            flows.toString(),
            "--state",
            state.toString());
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.out()).contains("etat-civil           ouvert (vital)");
    assertThat(as("carla", "attack", "off").code()).isEqualTo(1);
    assertThat(as("carla", "attack", "step").code()).isZero();
    assertThat(as("carla", "attack", "off").code()).isZero();
  }

  @Test
  void aRehearsalWithoutARunningSideFails() {
    Ran trial =
        Ran.of(
            "airlock",
            "attack",
            "rehearse",
            "--flows",
            flows.toString(),
            "--state",
            state.toString(),
            "--patience",
            "1");
    assertThat(trial.code()).isEqualTo(1);
    assertThat(trial.out()).contains("etat-civil\u00a0: échec");
  }

  @Test
  void doorsNeedFlowsAndWholeCertificates() {
    String[] low = {
      "airlock", "low", "--in", "x", "--keys", "x", "--state", "x", "--udp", "127.0.0.1:1"
    };
    assertThat(Ran.of(with(low, "--page", "127.0.0.1:1")).code()).isEqualTo(2);
    assertThat(Ran.of(with(low, "--flows", "f", "--tls-cert", "c")).code()).isEqualTo(2);
    assertThat(Ran.of(with(low, "--policy", "mou")).code()).isEqualTo(2);
  }

  /// The two commands as people start them, without a flows file: what is dropped is disarmed.
  @Test
  void whatTheLowSideTakesIsDisarmed(@TempDir Path root) throws Exception {
    Path low = root.resolve("cles-bas");
    Path high = root.resolve("cles-haut");
    assertThat(Ran.of("airlock", "keys", "low", low.toString()).code()).isZero();
    assertThat(Ran.of("airlock", "keys", "high", high.toString()).code()).isZero();
    for (String carried : List.of("low.public", "link.secret")) {
      Files.copy(low.resolve(carried), high.resolve(carried), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.copy(high.resolve("high.public"), low.resolve("high.public"));
    Path drop = Files.createDirectories(root.resolve("depot"));
    Path half = root.resolve("depot/.page.html");
    Files.writeString(half, "<html><body><p>Bonjour</p><script>alert(1)</script>");
    Files.move(half, drop.resolve("page.html"));
    String link = root.resolve("lien").toString();
    Files.createDirectories(root.resolve("lien"));
    Process above =
        command(
            root,
            "high",
            "--out",
            "sorti",
            "--state",
            "haut",
            "--keys",
            "cles-haut",
            "--folder",
            link);
    Process below =
        command(
            root, "low", "--in", "depot", "--state", "bas", "--keys", "cles-bas", "--folder", link);
    try {
      Path published = root.resolve("sorti/files/1-page.html");
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!Files.exists(published) && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      assertThat(published).exists().content().contains("Bonjour").doesNotContain("alert");
      Ran verified =
          Ran.of(
              "disarm",
              published.toString(),
              "--verify",
              published + ".receipt.json",
              "--key",
              root.resolve("bas/receipts.key").toString());
      assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    } finally {
      below.destroy();
      above.destroy();
      assertThat(below.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(above.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Process command(Path root, String... arguments) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator)),
                Bastide.class.getName(),
                "airlock"));
    all.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(all)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve(arguments[0] + ".log").toFile());
    process.environment().put("LC_ALL", "C.UTF-8");
    return process.start();
  }

  private static String[] with(String[] command, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }
}
