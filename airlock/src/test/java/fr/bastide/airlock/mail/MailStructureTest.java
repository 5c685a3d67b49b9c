package fr.bastide.airlock.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The parts of real mail are those another parser found: type, name and content.
class MailStructureTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/airlock");

  /// @param digests of the content, and of it with the ends of lines of Unix
  private record Seen(String type, String name, Set<String> digests) {
    boolean isAlso(Seen other) {
      return digests.containsAll(other.digests) || other.digests.containsAll(digests);
    }
  }

  @Test
  void partsAreThoseOfAnotherParser() throws Exception {
    Path list = CORPUS.resolve("mail-structure.jsonl");
    assumeTrue(Files.isRegularFile(list), "the shared corpus is not here: " + list);
    List<String> structures = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    int compared = 0;
    for (String line : Files.readAllLines(list)) {
      JsonNode entry = JsonMapper.shared().readTree(line);
      Path file = CORPUS.resolve(entry.get("file").asString());
      if (!Files.isRegularFile(file)) {
        continue;
      }
      compared++;
      List<Seen> theirs = new ArrayList<>();
      for (JsonNode part : entry.get("parts")) {
        theirs.add(seen(part.get("ct"), part.get("fn"), part.get("sha256")));
      }
      List<Seen> ours = new ArrayList<>();
      collect(MimeReading.read(Files.readAllBytes(file), new Free(), new Ledger()), ours);
      if (!shape(ours).equals(shape(theirs))) {
        structures.add(file.getFileName() + "\n  " + ours + "\n  " + theirs);
      } else if (!same(ours, theirs)) {
        contents.add(file.getFileName() + "\n  " + ours + "\n  " + theirs);
      }
    }
    assertThat(compared).isPositive();
    // Broken encodings and lines that end in blanks are read differently by everyone.
    assertThat(structures).hasSizeLessThanOrEqualTo(compared * 5 / 100);
    assertThat(contents).hasSizeLessThanOrEqualTo(compared * 8 / 100);
  }

  private static Seen seen(JsonNode type, JsonNode name, JsonNode digest) {
    String unfolded = name.asString().replace("\n", "").replace("\t", " ");
    String kind = type.asString().startsWith("multipart/") ? "text/plain" : type.asString();
    return new Seen(kind, HeaderText.decoded(unfolded), Set.of(digest.asString()));
  }

  private static boolean same(List<Seen> ours, List<Seen> theirs) {
    for (int i = 0; i < ours.size(); i++) {
      if (!ours.get(i).isAlso(theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> shape(List<Seen> parts) {
    return parts.stream().map(p -> p.type() + " " + p.name()).toList();
  }

  private static void collect(RawPart part, List<Seen> to) throws Exception {
    switch (part) {
      case RawPart.Leaf leaf when leaf.head().kind().equals("message/rfc822") ->
          collect(MimeReading.read(leaf.bytes(), new Free(), new Ledger()), to);
      case RawPart.Leaf leaf -> {
        String type = leaf.head().kind();
        to.add(
            new Seen(
                type.isEmpty() ? "text/plain" : type,
                leaf.head().fileName(),
                new TreeSet<>(List.of(digest(leaf.bytes()), digest(unixEnds(leaf.bytes()))))));
      }
      case RawPart.Multi multi -> {
        for (RawPart one : multi.parts()) {
          collect(one, to);
        }
      }
    }
  }

  private static byte[] unixEnds(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace("\r\n", "\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /// A bench without bounds.
  private static final class Free implements Workbench {
    @Override
    public Policy policy() {
      return Policies.named("standard");
    }

    @Override
    public void yielded(long bytes) {}

    @Override
    public void parts(int count) {}

    @Override
    public Outcome pass(Content inner) {
      return new Outcome.Refused(Reason.UNKNOWN_KIND);
    }
  }
}
