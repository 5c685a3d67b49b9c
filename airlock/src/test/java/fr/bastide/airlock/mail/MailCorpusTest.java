package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.internal.audit.Auditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Mail of the shared corpus: every message is answered in time, and what leaves is read alike by
/// three readers.
class MailCorpusTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/airlock");
  private static final long MOST_NANOS = 12_000_000_000L;

  private static List<Path> files(String folder) throws IOException {
    Path root = CORPUS.resolve(folder);
    assumeTrue(Files.isDirectory(root), "the shared corpus is not here: " + root);
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> refused(String folder) throws Exception {
    List<String> refused = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    for (Path file : files(folder)) {
      byte[] bytes = Files.readAllBytes(file);
      long start = System.nanoTime();
      Outcome outcome = Mails.pass(bytes, "standard");
      assertThat(System.nanoTime() - start).as(file.toString()).isLessThan(MOST_NANOS);
      switch (outcome) {
        case Outcome.Rebuilt rebuilt when rebuilt.type() == ContentType.MAIL -> {
          byte[] left = rebuilt.content().bytes();
          List<String> ours = MailReaders.ours(left);
          if (!ours.equals(MailReaders.mime4j(left)) || !ours.equals(MailReaders.angus(left))) {
            differing.add(
                file
                    + "\n"
                    + ours
                    + "\n"
                    + MailReaders.mime4j(left)
                    + "\n"
                    + MailReaders.angus(left));
          }
          assertThat(Auditor.remains(left, ContentType.MAIL, Policies.named("standard")))
              .as(file.toString())
              .isEmpty();
        }
        case Outcome.Rebuilt _ -> {}
        case Outcome.Refused no -> refused.add(file.getFileName() + " " + no);
      }
    }
    assertThat(differing).isEmpty();
    return refused;
  }

  @Test
  void tortureIsReadWithoutAHang() throws Exception {
    // Not all of them are mail, and some are signed in law.
    assertThat(refused("mail-torture"))
        .hasSizeLessThanOrEqualTo(files("mail-torture").size() * 2 / 100);
  }

  @Test
  void mailOfEveryDayLeaves() throws Exception {
    for (String folder : List.of("mail-ham", "mail-spam")) {
      assertThat(refused(folder))
          .as(folder)
          .hasSizeLessThanOrEqualTo(files(folder).size() * 3 / 100);
    }
  }
}
