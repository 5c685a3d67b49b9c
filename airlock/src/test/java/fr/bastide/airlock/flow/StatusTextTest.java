package fr.bastide.airlock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.link.KeyFolder;
import fr.bastide.airlock.link.LinkKeys;
import fr.bastide.airlock.link.Vault;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.receipt.ReceiptCheck;
import fr.bastide.airlock.receipt.ReleaseReceipt;
import fr.bastide.airlock.receipt.Verdict;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves the flows for others: the status, receipts of releases, kept originals.
class StatusTextTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private static Schema schema(String name) throws IOException {
    try (InputStream in = StatusTextTest.class.getResourceAsStream("/fr/bastide/airlock/" + name)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  @Test
  void theStatusFollowsItsSchemaAndNamesNoFile() throws IOException {
    AirlockStatus status =
        new AirlockStatus(
            AirlockStatus.Side.LOW,
            NOON,
            new AttackMode(true, 2, "carla", NOON),
            List.of(
                new AirlockStatus.FlowState(
                    "f",
                    new Text("F", "F"),
                    Flow.Direction.IN,
                    Flow.Cargo.FILES,
                    true,
                    true,
                    1,
                    2)),
            List.of(new AirlockStatus.HeldState(1, "f", NOON, NOON, "signed", true)),
            List.of(
                new AirlockStatus.Crossing(
                    NOON,
                    "f",
                    "secret-name.pdf",
                    "ab".repeat(32),
                    AirlockStatus.Crossing.Result.HELD,
                    0,
                    1)),
            List.of(
                new AirlockStatus.Alarm(
                    NOON, "missing", true, 3, 4, new Text("manque", "missing"))));
    String json = StatusText.json(status);
    assertThat(schema("status.schema.json").validate(json, InputFormat.JSON)).isEmpty();
    assertThat(json).doesNotContain("secret-name").doesNotContain("carla");
  }

  @Test
  void aReleaseHasAReceiptThatStands(@TempDir Path folder) throws IOException {
    OperatorKey key = OperatorKey.in(folder.resolve("k"));
    String json =
        new ReleaseReceipt(
                NOON, 7, "f", "acte.pdf", 3, "ab".repeat(32), Reason.SIGNED, "bruno", "carla")
            .write(key);
    assertThat(schema("release.schema.json").validate(json, InputFormat.JSON)).isEmpty();
    assertThat(ReceiptCheck.check(json))
        .isInstanceOfSatisfying(
            Verdict.Genuine.class,
            genuine -> assertThat(genuine.contents().leftSha256()).isEqualTo("ab".repeat(32)));
    assertThat(ReceiptCheck.check(json.replace("bruno", "bruna"))).isEqualTo(new Verdict.Altered());
  }

  @Test
  void originalsAreKeptOnceAndUnreadable(@TempDir Path folder) throws IOException {
    KeyFolder keys = new KeyFolder(folder.resolve("keys"));
    keys.make(LinkKeys.Side.LOW, LocalDate.parse("2026-11-25"));
    Vault vault = new Vault(folder.resolve("vault"), keys);
    byte[] content = "Un acte signé".getBytes(StandardCharsets.UTF_8);
    String name = vault.keep(content);
    assertThat(vault.keep(content.clone())).isEqualTo(name);
    assertThat(vault.read(name)).hasValueSatisfying(b -> assertThat(b).isEqualTo(content));
    try (Stream<Path> files = Files.list(folder.resolve("vault"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      assertThat(new String(Files.readAllBytes(all.getFirst()), StandardCharsets.ISO_8859_1))
          .doesNotContain("acte");
    }
    assertThat(vault.clear((one, at) -> !one.equals(name))).isZero();
    assertThat(vault.clear((one, at) -> one.equals(name))).isEqualTo(1);
    assertThat(vault.read(name)).isEmpty();
  }
}
