package fr.bastide.gateway;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.gateway.internal.files.Shelf;
import fr.bastide.gateway.internal.files.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Tries the vital flows: on the low side a small file is put into each and must be disarmed and
/// handed to the link; on the high side each must have published such a file lately.
public final class VitalTrial {

  private static final String NAME = "exercice-sas-";
  private static final long PAUSE_MS = 100;

  private VitalTrial() {}

  /// @param passed flows that worked
  /// @param failed flows that did not
  public record Result(List<String> passed, List<String> failed) {
    public Result {
      passed = List.copyOf(passed);
      failed = List.copyOf(failed);
    }
  }

  /// Puts a file into each of these flows of a running low side, and waits.
  public static Result low(Path state, List<Flow> vital, Duration patience, Clock clock)
      throws IOException, InterruptedException {
    Spool spool = new Spool(state.resolve("spool"));
    Map<String, String> digests = new TreeMap<>();
    for (Flow flow : vital) {
      String name = NAME + UUID.randomUUID() + ".txt";
      String text =
          "Exercice du sas, %s, flux %s. Rien à faire.\nAirlock rehearsal. Nothing to do.\n%s\n"
              .formatted(clock.instant(), flow.id(), name);
      Path half = spool.staging().resolve(name + ".part");
      Files.writeString(half, text, StandardCharsets.UTF_8);
      Path place = Files.createDirectories(spool.folder().resolve(flow.id()));
      Files.move(half, place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      digests.put(flow.id(), digest(text));
    }
    Instant end = clock.instant().plus(patience);
    List<String> passed = new ArrayList<>();
    while (passed.size() < digests.size() && clock.instant().isBefore(end)) {
      Thread.sleep(PAUSE_MS);
      for (Map.Entry<String, String> one : digests.entrySet()) {
        if (!passed.contains(one.getKey())
            && crossed(state.resolve("receipts").resolve(one.getKey()), one.getValue())) {
          passed.add(one.getKey());
        }
      }
    }
    return result(vital, passed);
  }

  private static Result result(List<Flow> vital, List<String> passed) {
    return new Result(
        vital.stream().map(Flow::id).filter(passed::contains).toList(),
        vital.stream().map(Flow::id).filter(id -> !passed.contains(id)).toList());
  }

  private static boolean crossed(Path receipts, String digest) throws IOException {
    if (!Files.isDirectory(receipts)) {
      return false;
    }
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(receipts, "*-" + digest.substring(0, 16) + ".json")) {
      for (Path one : found) {
        String text = Files.readString(one, StandardCharsets.UTF_8);
        return text.contains(digest) && text.contains("\"result\":\"rebuilt\"");
      }
    }
    return false;
  }

  /// Looks on the high side whether each of these flows published a rehearsal's file since then.
  public static Result high(Path out, List<Flow> vital, Instant since) throws IOException {
    Shelf shelf = new Shelf(out);
    List<String> passed = new ArrayList<>();
    for (Flow flow : vital) {
      if (shelf.list(flow.id()).stream()
          .anyMatch(one -> one.plain().startsWith(NAME) && !one.at().isBefore(since))) {
        passed.add(flow.id());
      }
    }
    return result(vital, passed);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("the platform lacks a digest it must have", impossible);
    }
  }
}
