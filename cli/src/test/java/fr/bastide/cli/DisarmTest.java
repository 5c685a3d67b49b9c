package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.receipt.ReceiptCheck;
import fr.bastide.airlock.receipt.Verdict;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisarmTest {

  private final Path folder;
  private final Path in;
  private final Path out;
  private final Path receipts;
  private final Path key;

  DisarmTest(@TempDir Path folder) {
    this.folder = folder;
    this.in = folder.resolve("in");
    this.out = folder.resolve("out");
    this.receipts = folder.resolve("receipts");
    this.key = folder.resolve("receipts.key");
  }

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(in.resolve("sous-dossier"));
    Files.writeString(in.resolve("lettre.txt"), "Bonjour\n");
    Files.writeString(
        in.resolve("sous-dossier/plan\u202eGVS.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
            + "<script>alert(1)</script><rect width=\"9\" height=\"9\"/></svg>");
    Files.write(in.resolve("sous-dossier/programme.exe"), new byte[] {'M', 'Z', 0, 1, 2, 3});
    ImageIO.write(
        new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB),
        "png",
        in.resolve("photo.png").toFile());
  }

  @Test
  void aFolderIsMirroredWithoutItsDangers() throws IOException {
    Ran ran = disarm(in, "--receipts", receipts.toString());
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(ran.out())
        .contains(
            "passé    lettre.txt", "désarmé  sous-dossier/", "refusé   sous-dossier/programme")
        .doesNotContain("\u202e", "alert");
    assertThat(names(out)).containsExactly("lettre.txt", "photo.png", "sous-dossier/planGVS.svg");
    assertThat(out.resolve("sous-dossier/planGVS.svg"))
        .content()
        .contains("rect")
        .doesNotContain("script");
    assertThat(names(receipts)).hasSize(8);
    for (Path receipt : files(receipts)) {
      if (receipt.toString().endsWith(".json")) {
        assertThat(ReceiptCheck.check(Files.readString(receipt)))
            .isInstanceOf(Verdict.Genuine.class);
      }
    }
  }

  @Test
  void nothingIsEverReplaced() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("lettre.txt"), "à moi");
    assertThat(disarm(in).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.resolve("lettre.txt")).hasContent("à moi");
    assertThat(out.resolve("lettre (2).txt")).hasContent("Bonjour\n");
  }

  @Test
  void aCleanFileEndsWithZero() {
    Ran ran = disarm(in.resolve("lettre.txt"), "--lang", "en");
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains("passed   lettre.txt", "Passed with nothing removed");
  }

  @Test
  void jsonIsOneReceiptALine() {
    Ran ran = disarm(in, "--json");
    List<String> lines = ran.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(ReceiptCheck.check(line)).isInstanceOf(Verdict.Genuine.class));
  }

  @Test
  void wrongUseIsSaidAndDoesNothing() throws IOException {
    assertUsage(Ran.of("disarm"));
    assertUsage(Ran.of("disarm", in.toString()));
    assertUsage(disarm(folder.resolve("absent")));
    assertUsage(disarm(in, "--policy", "laxiste"));
    assertUsage(disarm(in, "--unknown"));
    assertUsage(Ran.of("disarm", in.toString(), "-o", in.resolve("out").toString()));
    assertUsage(
        Ran.of("disarm", in.toString(), "-o", Files.createFile(folder.resolve("f")).toString()));
    assertThat(out).doesNotExist();
    Files.writeString(key, "no key");
    Ran ran = disarm(in, "--json");
    assertThat(ran.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(ran.err()).contains("receipts.key").doesNotContain("Exception");
  }

  private static void assertUsage(Ran ran) {
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).doesNotContain("Exception");
  }

  @Test
  void aReceiptIsVerified() throws IOException {
    disarm(in, "--receipts", receipts.toString());
    Path receipt = receipts.resolve("lettre.txt.json");
    Path original = in.resolve("lettre.txt");
    assertVerified(ExitCode.DONE, "scellé par la clé", receipt, original, key);
    assertVerified(ExitCode.DONE, "le fichier sorti", receipt, out.resolve("lettre.txt"), key);
    assertVerified(ExitCode.FINDINGS, "ni le fichier", receipt, out.resolve("photo.png"), key);
    Path none = folder.resolve("absent.key");
    assertVerified(ExitCode.FINDINGS, "rien ne dit qui", receipt, original, none);
    assertVerified(ExitCode.FINDINGS, "pas un reçu", original, original, key);
    Path other = folder.resolve("other.key");
    assertThat(
            Ran.of(
                    "disarm",
                    original.toString(),
                    "-o",
                    out.toString(),
                    "--json",
                    "--key",
                    other.toString())
                .code())
        .isZero();
    assertVerified(ExitCode.FINDINGS, "une autre clé", receipt, original, other);
    Files.writeString(receipt, Files.readString(receipt).replace("\"standard\"", "\"lenient\""));
    assertVerified(ExitCode.FINDINGS, "a été modifié", receipt, original, key);
    assertThat(Ran.of("disarm", "--verify", folder.resolve("absent").toString()).code())
        .isEqualTo(ExitCode.FAILURE);
  }

  private static void assertVerified(int code, String words, Path receipt, Path file, Path key) {
    Ran ran =
        Ran.of("disarm", "--verify", receipt.toString(), file.toString(), "--key", key.toString());
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
    assertThat(ran.out()).contains(words);
  }

  private Ran disarm(Path what, String... more) {
    List<String> words =
        Stream.concat(
                Stream.of("disarm", what.toString(), "-o", out.toString(), "--key", key.toString()),
                Stream.of(more))
            .toList();
    return Ran.of(words.toArray(String[]::new));
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> names(Path root) throws IOException {
    return files(root).stream().map(file -> root.relativize(file).toString()).toList();
  }
}
