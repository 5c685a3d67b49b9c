package fr.bastide.airlock.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.airlock.AirlockException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptTest {

  private final Path file;
  private final OperatorKey key;

  ReceiptTest(@TempDir Path folder) {
    file = folder.resolve("keys/receipts.key");
    key = OperatorKey.in(file);
  }

  static Stream<Receipt> all() {
    return Stream.of(
        Receipts.rebuilt(), Receipts.clean(), Receipts.refused(), Receipts.unaudited());
  }

  @ParameterizedTest
  @MethodSource("all")
  void followsItsSchemaAndIsGenuine(Receipt receipt) throws IOException {
    String json = SealedReceipt.write(receipt, key);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("receipt.schema.json"), InputFormat.JSON);
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(ReceiptCheck.check(json))
        .isInstanceOfSatisfying(
            Verdict.Genuine.class,
            genuine -> {
              assertThat(genuine.key()).isEqualTo(key.open());
              assertThat(genuine.contents().arrivedSha256()).isEqualTo(receipt.arrived().sha256());
              assertThat(genuine.contents().leftSha256())
                  .isEqualTo(receipt.left().map(Receipt.Left::sha256).orElse(""));
            });
  }

  @Test
  void theSchemaRefusesWhatIsWrong() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("receipt.schema.json"), InputFormat.JSON);
    String json = SealedReceipt.write(Receipts.refused(), key);
    assertThat(schema.validate(json.replace("refused", "copied"), InputFormat.JSON)).isNotEmpty();
    assertThat(schema.validate(json.replace("\"engine\"", "\"motor\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void theSameReceiptIsTheSameText() {
    assertThat(SealedReceipt.write(Receipts.rebuilt(), key))
        .isEqualTo(SealedReceipt.write(Receipts.rebuilt(), OperatorKey.in(file)));
  }

  @Test
  void anyChangeShows() {
    String json = SealedReceipt.write(Receipts.rebuilt(), key).strip();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      int place = random.nextInt(json.length());
      char other = (char) (' ' + random.nextInt(95));
      String changed = json.substring(0, place) + other + json.substring(place + 1);
      if (!changed.equals(json)) {
        assertThat(ReceiptCheck.check(changed))
            .as("seed %d, place %d, %s", seed, place, other)
            .isNotInstanceOf(Verdict.Genuine.class);
      }
    }
    assertThat(ReceiptCheck.check(json.replace("\"count\":2", "\"count\":1")))
        .isInstanceOf(Verdict.Altered.class);
  }

  @Test
  void formattingDoesNotMatter() {
    String json = SealedReceipt.write(Receipts.refused(), key);
    assertThat(ReceiptCheck.check(json.replace("\":", "\" :\n ")))
        .isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void whatIsNoReceiptIsNone() {
    for (String text :
        List.of(
            "", "[]", "{}", "null", "{\"a\":1,\"a\":2}", "[".repeat(100_000), "{\"a\":1e999}")) {
      assertThat(ReceiptCheck.check(text)).as(text).isInstanceOf(Verdict.NoReceipt.class);
    }
  }

  @Test
  void theKeyIsMadeOnceAndReadByItsOwnerAlone() throws IOException {
    assertThat(OperatorKey.in(file).open()).isEqualTo(key.open());
    assertThat(OperatorKey.publicHalf(file)).isEqualTo(key.open());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**/.key*");
    Files.writeString(file, "not a key\n");
    assertThatThrownBy(() -> OperatorKey.in(file)).isInstanceOf(AirlockException.class);
    assertThatThrownBy(() -> OperatorKey.publicHalf(file)).isInstanceOf(AirlockException.class);
  }

  static String resource(String name) throws IOException {
    try (InputStream in = ReceiptTest.class.getResourceAsStream("/fr/bastide/airlock/" + name)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
