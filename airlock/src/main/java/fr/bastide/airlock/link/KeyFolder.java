package fr.bastide.airlock.link;

import fr.bastide.airlock.link.LinkKeys.Pair;
import fr.bastide.airlock.link.LinkKeys.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The key files of one side of the link.
///
/// The low side makes `low.secret`, `low.public`, `storage.secret` (its journal's key) and
/// `link.secret`; the high side makes `high.secret` and `high.public`. By hand, `low.public` and
/// `link.secret` are carried to the high side and `high.public` to the low side.
public final class KeyFolder {

  private static final String STORAGE = "storage.secret";
  private static final String LINK = "link.secret";
  private static final int GRACE_DAYS = 7;

  private final Path folder;

  public KeyFolder(Path folder) {
    this.folder = folder;
  }

  /// Makes a side's keys; where there are some already, a further pair that is good from a day on,
  /// the older ones staying good a week longer.
  ///
  /// @return the files the other side must be given
  public List<Path> make(Side side, LocalDate from) throws IOException {
    DurableFiles.privateFolder(folder);
    String name = side.name().toLowerCase(Locale.ROOT);
    Path secret = folder.resolve(name + ".secret");
    Path open = folder.resolve(name + ".public");
    Pair pair = LinkKeys.make(side);
    List<DatedLine> secrets = new ArrayList<>();
    List<DatedLine> opens = new ArrayList<>();
    boolean first = !Files.exists(secret);
    if (!first) {
      DatedLine.read(secret, true).forEach(line -> secrets.add(ending(line, from)));
      DatedLine.read(open, false).forEach(line -> opens.add(ending(line, from)));
    }
    LocalDate begins = first ? LocalDate.MIN : from;
    secrets.add(new DatedLine(LinkKeys.write(pair.secret()), begins, LocalDate.MAX));
    opens.add(new DatedLine(LinkKeys.write(pair.open()), begins, LocalDate.MAX));
    DatedLine.write(open, opens, false);
    DatedLine.write(secret, secrets, true);
    List<Path> carried = new ArrayList<>(List.of(open));
    if (side == Side.LOW && first) {
      random(STORAGE);
      random(LINK);
      carried.add(folder.resolve(LINK));
    }
    return carried;
  }

  private static DatedLine ending(DatedLine line, LocalDate from) {
    LocalDate last = from.plusDays(GRACE_DAYS);
    return new DatedLine(
        line.key(), line.from(), line.until().isBefore(last) ? line.until() : last);
  }

  private void random(String file) throws IOException {
    byte[] bytes = new byte[Datagrams.SECRET];
    new SecureRandom().nextBytes(bytes);
    DatedLine.write(
        folder.resolve(file),
        List.of(DatedLine.always(Base64.getEncoder().encodeToString(bytes))),
        true);
  }

  /// The pair a side uses on a day: the one that began last.
  Pair pair(Side side, LocalDate day) {
    return newest(pairs(side, day), side);
  }

  /// The pairs of a side that are good on a day, the one that began first at the front.
  List<Pair> pairs(Side side, LocalDate day) {
    List<DatedLine> secrets = good(file(side, ".secret"), true, day);
    List<DatedLine> opens = DatedLine.read(file(side, ".public"), false);
    List<Pair> pairs = new ArrayList<>();
    List<DatedLine> all = DatedLine.read(file(side, ".secret"), true);
    if (opens.size() != all.size()) {
      throw DatedLine.unreadable(
          file(side, ".public"), new IllegalArgumentException("not the other's halves"));
    }
    for (DatedLine secret : secrets) {
      DatedLine open = opens.get(all.indexOf(secret));
      try {
        pairs.add(
            new Pair(
                LinkKeys.readPublic(side, open.key()), LinkKeys.readSecret(side, secret.key())));
      } catch (IllegalArgumentException broken) {
        throw DatedLine.unreadable(file(side, ".secret"), broken);
      }
    }
    return pairs;
  }

  /// The other side's public keys that are good on a day, the one that began first at the front.
  List<PublicKey> open(Side side, LocalDate day) {
    List<PublicKey> keys = new ArrayList<>();
    for (DatedLine line : good(file(side, ".public"), false, day)) {
      try {
        keys.add(LinkKeys.readPublic(side, line.key()));
      } catch (IllegalArgumentException broken) {
        throw DatedLine.unreadable(file(side, ".public"), broken);
      }
    }
    return keys;
  }

  /// The other side's public key to use on a day.
  PublicKey newestOpen(Side side, LocalDate day) {
    return newest(open(side, day), side);
  }

  /// The secret that datagrams are under.
  byte[] link() {
    return secret(LINK);
  }

  /// The key of the low side's journal.
  byte[] storage() {
    return secret(STORAGE);
  }

  private byte[] secret(String name) {
    Path file = folder.resolve(name);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(DatedLine.read(file, true).getFirst().key());
    } catch (IllegalArgumentException broken) {
      throw DatedLine.unreadable(file, broken);
    }
    if (bytes.length != Datagrams.SECRET) {
      throw DatedLine.unreadable(file, new IllegalArgumentException("not 32 bytes"));
    }
    return bytes;
  }

  private Path file(Side side, String ending) {
    return folder.resolve(side.name().toLowerCase(Locale.ROOT) + ending);
  }

  private static List<DatedLine> good(Path file, boolean secret, LocalDate day) {
    return DatedLine.read(file, secret).stream()
        .filter(line -> line.good(day))
        .sorted(Comparator.comparing(DatedLine::from))
        .toList();
  }

  private <T> T newest(List<T> keys, Side side) {
    if (keys.isEmpty()) {
      throw DatedLine.unreadable(
          file(side, ".public"), new IllegalArgumentException("no key is good today"));
    }
    return keys.getLast();
  }
}
