package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.Decision;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.airlock.flow.Quarantine;
import fr.bastide.airlock.receipt.ReceiptCheck;
import fr.bastide.airlock.receipt.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files dropped on the low side are found disarmed, with their receipts, on the high side; what is
/// refused is held and released by two people; attack mode cuts all but the vital flow.
class CrossingTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final Yard yard;
  private final Flows flows;

  CrossingTest(@TempDir Path root) throws IOException {
    yard = new Yard(root).lay();
    flows = yard.flows();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Verdict.Contents receipt(Path file) throws IOException {
    Path receipt = file.resolveSibling(file.getFileName() + ".receipt.json");
    Verdict verdict = ReceiptCheck.check(Files.readString(receipt, StandardCharsets.UTF_8));
    assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
    return ((Verdict.Genuine) verdict).contents();
  }

  @Test
  void aDayAtTheAirlock() throws Exception {
    byte[] unknown = new byte[5_000];
    new Random(7).nextBytes(unknown);
    unknown[0] = 1;
    yard.drop(
        "etat-civil", "page.html", text("<html><body><p>Bonjour</p><script>alert(1)</script>"));
    yard.drop("etat-civil", "etrange.dat", unknown);
    yard.drop("urbanisme", "plan.txt", text("Le plan de la place.\n"));
    yard.drop("urbanisme", "en cours.part", text("pas fini"));
    Files.writeString(yard.root.resolve("in/perdu.txt"), "Où vais-je ?");
    try (Sides sides = new Sides()) {
      sides.high(yard.high(DoorPlan.NONE)).low(yard.low(DoorPlan.NONE));
      disarmed();
      held(unknown);
      attack();
    }
    assertThat(yard.root.resolve("in/urbanisme/en cours.part")).exists();
    assertThat(yard.root.resolve("in/LISEZ-MOI-SAS.txt"))
        .content()
        .contains("Put the files into one of these folders: etat-civil, urbanisme.");
  }

  private void disarmed() throws Exception {
    yard.awaitPublished("etat-civil", "page.html");
    yard.awaitPublished("urbanisme", "plan.txt");
    Path page = yard.published("etat-civil", "page.html");
    String content = Files.readString(page, StandardCharsets.UTF_8);
    assertThat(content).contains("Bonjour").doesNotContain("alert");
    Verdict.Contents receipt = receipt(page);
    assertThat(receipt.name()).isEqualTo("page.html");
    assertThat(receipt.arrivedSha256()).isNotEqualTo(receipt.leftSha256());
    assertThat(receipt(yard.published("urbanisme", "plan.txt")).leftSha256()).isNotEmpty();
  }

  private void held(byte[] unknown) throws Exception {
    yard.awaitPublished("etat-civil", "retenu-1-etrange.dat.html");
    Path note = yard.published("etat-civil", "retenu-1-etrange.dat.html");
    assertThat(Files.readString(note, StandardCharsets.UTF_8)).contains("Il n’est pas passé.");
    assertThat(receipt(note).leftSha256()).isEmpty();
    try (FileLedger ledger = FileLedger.open(yard.root.resolve("low"))) {
      assertThat(ledger.decide(s -> Quarantine.request(s, flows, 1, "alice", "", NOON)))
          .isInstanceOf(Decision.Done.class);
      assertThat(ledger.decide(s -> Quarantine.release(s, flows, 1, "carla", "vu", NOON)))
          .isInstanceOf(Decision.Done.class);
      yard.awaitPublished("etat-civil", "etrange.dat");
      Path original = yard.published("etat-civil", "etrange.dat");
      assertThat(Files.readAllBytes(original)).isEqualTo(unknown);
      assertThat(receipt(original).leftSha256()).isEqualTo(receipt(original).arrivedSha256());
      assertThat(ledger.standing().item(1).orElseThrow().state()).isEqualTo(HeldItem.State.SENT);
    }
    assertThat(yard.published("etat-civil"))
        .containsExactly("etrange.dat", "page.html", "retenu-1-etrange.dat.html");
  }

  private void attack() throws Exception {
    Path low = yard.root.resolve("low");
    List<Flow> vital = flows.flows().stream().filter(Flow::vital).toList();
    try (FileLedger ledger = FileLedger.open(low)) {
      ledger.decide(s -> AttackMode.begin(s, flows, "carla", "", NOON));
      Path note = yard.root.resolve("in/urbanisme/LISEZ-MOI-SAS.txt");
      Yard.await("the note", () -> Files.exists(note));
      assertThat(Files.readString(note, StandardCharsets.UTF_8))
          .contains("le flux «\u00a0Urbanisme\u00a0» est coupé")
          .contains("call 05 61 00 00 00");
      yard.drop("urbanisme", "tard.txt", text("Trop tard ?\n"));
      VitalTrial.Result trial =
          VitalTrial.low(low, vital, Duration.ofSeconds(20), java.time.Clock.systemUTC());
      assertThat(trial).isEqualTo(new VitalTrial.Result(List.of("etat-civil"), List.of()));
      Yard.await("the trial", () -> yardHas("etat-civil", 4));
      assertThat(VitalTrial.high(yard.root.resolve("out"), vital, Instant.now().minusSeconds(60)))
          .isEqualTo(trial);
      assertThat(yard.published("urbanisme")).containsExactly("plan.txt");
      assertThat(yard.root.resolve("in/urbanisme/tard.txt")).exists();
      status(low, "\"on\":true");
      ledger.decide(s -> AttackMode.step(s, flows, "carla", NOON));
      yard.awaitPublished("urbanisme", "tard.txt");
      assertThat(note).doesNotExist();
    }
  }

  private boolean yardHas(String flow, int files) {
    try {
      return yard.files(flow).size() == files;
    } catch (IOException disk) {
      throw new java.io.UncheckedIOException(disk);
    }
  }

  private void status(Path side, String expected) throws Exception {
    Path file = side.resolve("status.json");
    Yard.await(
        "the status",
        () -> {
          try {
            return Files.readString(file).contains(expected);
          } catch (IOException notYet) {
            return false;
          }
        });
    try (InputStream in =
        CrossingTest.class.getResourceAsStream("/fr/bastide/airlock/status.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
      assertThat(schema.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
    }
  }
}
