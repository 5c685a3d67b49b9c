package fr.bastide.airlock.link;

import fr.bastide.airlock.AirlockException;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Every item of the low side, encrypted at rest, under its number: written and on the disk before
/// the item is sent, and kept for a time so that it can be sent again.
///
/// The highest number in it is the counter: its last segment is never removed. One object serves
/// one thread.
final class LowJournal implements AutoCloseable {

  /// What an entry is.
  static final byte ITEM = 1;

  static final byte MANIFEST = 2;

  private static final int SEGMENT = 64 << 20;
  private static final int TAG_BITS = 128;

  private record Place(Path segment, long offset, int length) {}

  private final Path folder;
  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();
  private final TreeMap<Long, Place> places = new TreeMap<>();
  private final TreeMap<Long, Path> segments = new TreeMap<>();
  private final NumberSet tickets = new NumberSet();
  private long highest;
  private long lastManifest;
  private FileChannel out;
  private Path writing;

  /// @param storage 32 bytes
  LowJournal(Path folder, byte[] storage) throws IOException {
    this.folder = DurableFiles.privateFolder(folder);
    key = new SecretKeySpec(storage, "AES");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + LowSegment.ENDING)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        segments.put(
            Long.parseLong(name.substring(0, name.length() - LowSegment.ENDING.length())), file);
      }
    }
    long end = 0;
    for (Path segment : segments.values()) {
      end =
          LowSegment.visit(
              segment, segment.equals(segments.lastEntry().getValue()), entry(segment));
    }
    if (segments.isEmpty()) {
      writing = folder.resolve(LowSegment.name(1));
      segments.put(1L, writing);
    } else {
      writing = segments.lastEntry().getValue();
      highest = Math.max(highest, segments.lastEntry().getKey() - 1);
    }
    out = FileChannel.open(writing, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    out.truncate(end).position(end);
    out.force(true);
    DurableFiles.sync(folder);
  }

  private LowSegment.Visitor entry(Path segment) {
    return (head, offset, length) -> {
      places.put(head.number(), new Place(segment, offset, length));
      highest = Math.max(highest, head.number());
      if (head.ticket() > 0) {
        tickets.add(head.ticket());
      }
      if (head.kind() == MANIFEST) {
        lastManifest = Math.max(lastManifest, head.number());
      }
    };
  }

  /// The greatest number given so far.
  long highest() {
    return highest;
  }

  /// The number of the last manifest.
  long lastManifest() {
    return lastManifest;
  }

  /// Whether the drop with this ticket is in.
  boolean holds(long ticket) {
    return tickets.contains(ticket);
  }

  long lastTicket() {
    return tickets.greatest();
  }

  /// Writes an item, whose number must be the next; it is on the disk after [#force].
  ///
  /// @param ticket the drop it was made of; 0 for none
  void append(Item item, byte kind, long ticket) throws IOException {
    if (item.number() != highest + 1) {
      throw new IllegalArgumentException("numbers are given one by one");
    }
    if (out.position() > SEGMENT) {
      roll(item.number());
    }
    LowSegment.Head head =
        new LowSegment.Head(item.number(), ticket, item.made().toEpochMilli(), kind);
    ByteBuffer framed = LowSegment.frame(encrypt(head, Envelope.write(item)));
    long offset = out.position();
    int length = framed.remaining() - LowSegment.FRAME;
    while (framed.hasRemaining()) {
      out.write(framed);
    }
    entry(writing).entry(head, offset, length);
  }

  /// Returns when all that was appended is on the disk.
  void force() throws IOException {
    out.force(false);
  }

  private void roll(long first) throws IOException {
    out.force(true);
    out.close();
    writing = folder.resolve(LowSegment.name(first));
    segments.put(first, writing);
    out = FileChannel.open(writing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    DurableFiles.sync(folder);
  }

  /// An item by its number; empty when it is no longer kept.
  Optional<Item> read(long number) throws IOException {
    Place place = places.get(number);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer body = LowSegment.body(place.segment(), place.offset(), place.length());
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, body);
      byte[] encrypted = new byte[body.remaining()];
      body.get(encrypted);
      return Optional.of(Envelope.read(cipher.doFinal(encrypted)));
    } catch (GeneralSecurityException changed) {
      throw new AirlockException(
          new Text(
              "L\u2019élément n°\u00a0"
                  + number
                  + " du journal est abîmé, ou la clé de stockage a changé.",
              "Item " + number + " of the journal is damaged, or the storage key was changed."),
          changed);
    }
  }

  /// Removes whole segments that are older than they are kept or beyond the size, oldest first; the
  /// one being written and those with items that were never sent stay.
  void retain(Duration kept, long mostBytes, long sent, Instant now) throws IOException {
    long bytes = 0;
    for (Path segment : segments.values()) {
      bytes += Files.size(segment);
    }
    for (Long first : new ArrayList<>(segments.keySet())) {
      Path segment = segments.get(first);
      Long next = segments.higherKey(first);
      if (segment == null || next == null || next - 1 > sent) {
        return;
      }
      boolean old = Files.getLastModifiedTime(segment).toInstant().plus(kept).isBefore(now);
      if (!old && bytes <= mostBytes) {
        return;
      }
      bytes -= Files.size(segment);
      Files.delete(segment);
      segments.remove(first);
      places.headMap(next).clear();
    }
  }

  /// The lowest number that can be sent again; one past the highest when there is none.
  long lowest() {
    return places.isEmpty() ? highest + 1 : places.firstKey();
  }

  List<Path> segments() {
    return List.copyOf(segments.values());
  }

  private ByteBuffer encrypt(LowSegment.Head head, byte[] plain) {
    byte[] nonce = new byte[LowSegment.NONCE];
    random.nextBytes(nonce);
    ByteBuffer body =
        ByteBuffer.allocate(
            LowSegment.CLEAR + LowSegment.NONCE + plain.length + TAG_BITS / Byte.SIZE);
    LowSegment.write(head, body);
    body.put(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, body.duplicate().flip());
      cipher.doFinal(ByteBuffer.wrap(plain), body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the platform lacks a cipher it must have", impossible);
    }
    return body.flip();
  }

  /// A cipher for the body, which then stands after its nonce.
  private Cipher cipher(int mode, ByteBuffer body) throws GeneralSecurityException {
    byte[] clear = new byte[LowSegment.CLEAR];
    byte[] nonce = new byte[LowSegment.NONCE];
    body.get(clear).get(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(clear);
    return cipher;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
