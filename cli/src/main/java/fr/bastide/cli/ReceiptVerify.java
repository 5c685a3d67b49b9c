package fr.bastide.cli;

import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.receipt.Receipt;
import fr.bastide.airlock.receipt.ReceiptCheck;
import fr.bastide.airlock.receipt.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Checks that a receipt is as it was sealed, by whose key, and whether a file is the one it names.
final class ReceiptVerify {

  private static final long LONGEST = 16 << 20;

  private final Console console;
  private final Path key;

  /// @param key the operator's key, or its public line alone
  ReceiptVerify(Console console, Path key) {
    this.console = console;
    this.key = key;
  }

  /// @return the exit code: findings when anything does not fit
  int check(Path receipt, Optional<Path> file) throws IOException {
    if (Files.size(receipt) > LONGEST) {
      return none(receipt);
    }
    String json = new String(Files.readAllBytes(receipt), StandardCharsets.UTF_8);
    return switch (ReceiptCheck.check(json)) {
      case Verdict.NoReceipt _ -> none(receipt);
      case Verdict.Altered _ -> {
        console.say(
            "Ce reçu a été modifié après avoir été scellé.",
            "This receipt was altered after it was sealed.");
        yield ExitCode.FINDINGS;
      }
      case Verdict.Genuine genuine -> {
        boolean ours = signer(genuine);
        boolean fits = file.isEmpty() || same(genuine.contents(), file.orElseThrow());
        yield ours && fits ? ExitCode.DONE : ExitCode.FINDINGS;
      }
    };
  }

  private int none(Path receipt) {
    console.say(
        "%s n’est pas un reçu du sas.".formatted(receipt),
        "%s is no receipt of the airlock.".formatted(receipt));
    return ExitCode.FINDINGS;
  }

  private boolean signer(Verdict.Genuine genuine) {
    Verdict.Contents contents = genuine.contents();
    console.say(
        "Reçu intact\u00a0: %s, %s".formatted(contents.name(), contents.instant()),
        "Receipt intact: %s, %s".formatted(contents.name(), contents.instant()));
    if (!Files.exists(key)) {
      console.say(
          "Mais rien ne dit qui l’a scellé\u00a0: donnez avec --key la clé de l’opérateur. Clé du reçu\u00a0: %s"
              .formatted(genuine.key()),
          "But nothing says who sealed it: give the operator’s key with --key. Key of the receipt: %s"
              .formatted(genuine.key()));
      return false;
    }
    boolean ours = OperatorKey.publicHalf(key).equals(genuine.key());
    console.say(
        ours
            ? "Il est scellé par la clé %s.".formatted(key)
            : "Il est scellé par une autre clé que %s\u00a0: %s".formatted(key, genuine.key()),
        ours
            ? "It is sealed by the key %s.".formatted(key)
            : "It is sealed by another key than %s: %s".formatted(key, genuine.key()));
    return ours;
  }

  private boolean same(Verdict.Contents contents, Path file) throws IOException {
    String digest;
    try (InputStream in = Files.newInputStream(file)) {
      digest = Receipt.Arrived.of("", in).sha256();
    }
    if (digest.equals(contents.leftSha256())) {
      console.say(
          "%s est le fichier sorti.".formatted(file), "%s is the file that left.".formatted(file));
      return true;
    }
    if (digest.equals(contents.arrivedSha256())) {
      console.say(
          "%s est l’original, tel qu’il est arrivé.".formatted(file),
          "%s is the original, as it arrived.".formatted(file));
      return true;
    }
    console.say(
        "%s n’est ni le fichier arrivé ni le fichier sorti.".formatted(file),
        "%s is neither the file that arrived nor the one that left.".formatted(file));
    return false;
  }
}
