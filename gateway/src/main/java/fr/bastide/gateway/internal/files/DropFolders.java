package fr.bastide.gateway.internal.files;

import fr.bastide.airlock.flow.AttackMode;
import fr.bastide.airlock.flow.Flow;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.Ledger;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A drop folder for each flow. A file is taken once neither its size nor its time has changed for
/// a while, so that it may be copied in slowly; what may not be taken stays, and a note beside it
/// says why.
public final class DropFolders {

  /// The note that senders find.
  public static final String NOTE = "LISEZ-MOI-SAS.txt";

  private static final String FOLDER_USER = "folder";
  private static final int MOST_NAMED = 100;

  private record Look(long size, Instant changed, Instant since) {}

  private final Path folder;
  private final Flows flows;
  private final List<Flow> carried;
  private final Intake intake;
  private final Ledger ledger;
  private final Duration settle;
  private final Clock clock;
  private final Map<Path, Look> looks = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();

  /// @param carried the flows that have a folder here
  /// @param settle how long a file must stay as it is
  public DropFolders(
      Path folder,
      Flows flows,
      List<Flow> carried,
      Intake intake,
      Ledger ledger,
      Duration settle,
      Clock clock)
      throws IOException {
    this.folder = folder;
    this.flows = flows;
    this.carried = carried;
    this.intake = intake;
    this.ledger = ledger;
    this.settle = settle;
    this.clock = clock;
    for (Flow flow : carried) {
      Files.createDirectories(folder.resolve(flow.id()));
    }
  }

  /// Looks once through all folders.
  ///
  /// @return how many files were taken
  public int look() throws IOException {
    int taken = 0;
    Set<Path> present = new HashSet<>();
    for (Flow flow : carried) {
      taken += look(flow, present);
    }
    looks.keySet().retainAll(present);
    lost();
    return taken;
  }

  /// Files that are in no flow's folder are nobody's: a note says where they belong.
  private void lost() throws IOException {
    boolean any = false;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        any |= !name.equals(NOTE) && !DeclaredName.unfinished(name);
      }
    }
    String folders = String.join(", ", carried.stream().map(Flow::id).toList());
    write(
        folder,
        "",
        any
            ? "Mettez les fichiers dans un de ces dossiers\u00a0: "
                + folders
                + ".\r\nPut the files into one of these folders: "
                + folders
                + ".\r\n"
            : "");
  }

  private int look(Flow flow, Set<Path> present) throws IOException {
    Path place = Files.createDirectories(folder.resolve(flow.id()));
    boolean open = ledger.standing().open(flow);
    Map<String, Text> turned = new TreeMap<>();
    int taken = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (DeclaredName.unfinished(name) || name.equals(NOTE)) {
          continue;
        }
        present.add(file);
        if (open && settled(file)) {
          Optional<Text> why = take(flow, name, file);
          if (why.isPresent() && turned.size() < MOST_NAMED) {
            turned.put(name, why.get());
          }
          taken += why.isPresent() ? 0 : 1;
        }
      }
    }
    note(place, flow, open, turned);
    return taken;
  }

  private Optional<Text> take(Flow flow, String name, Path file) throws IOException {
    try {
      return switch (intake.put(flow, FOLDER_USER, name, file)) {
        case Intake.Deposit.Taken _ -> {
          looks.remove(file);
          yield Optional.empty();
        }
        case Intake.Deposit.Turned turned -> Optional.of(turned.why());
      };
    } catch (NoSuchFileException gone) {
      looks.remove(file); // somebody took it back meanwhile
      return Optional.empty();
    }
  }

  private boolean settled(Path file) throws IOException {
    try {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!now.isRegularFile()) {
        return false;
      }
      Instant instant = clock.instant();
      Instant changed = now.lastModifiedTime().toInstant();
      Look look = looks.get(file);
      if (look == null || look.size() != now.size() || !look.changed().equals(changed)) {
        looks.put(file, new Look(now.size(), changed, instant));
        return settle.isZero();
      }
      return !look.since().plus(settle).isAfter(instant);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private void note(Path place, Flow flow, boolean open, Map<String, Text> turned)
      throws IOException {
    StringBuilder text = new StringBuilder();
    if (!open) {
      Text cut = AttackMode.told(flow, flows);
      text.append(cut.fr()).append("\r\n\r\n").append(cut.en()).append("\r\n");
    }
    turned.forEach((name, why) ->
        text.append(name)
            .append("\r\n  ")
            .append(why.fr())
            .append("\r\n  ")
            .append(why.en())
            .append("\r\n"));
    write(place, flow.id(), text.toString());
  }

  private void write(Path place, String id, String note) throws IOException {
    if (note.equals(notes.get(id))) {
      return;
    }
    notes.put(id, note);
    if (note.isEmpty()) {
      Files.deleteIfExists(place.resolve(NOTE));
    } else {
      Files.writeString(place.resolve(NOTE), note, StandardCharsets.UTF_8);
    }
  }
}
