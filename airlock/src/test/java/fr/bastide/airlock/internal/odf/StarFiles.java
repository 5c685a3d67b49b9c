package fr.bastide.airlock.internal.odf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Makes metafiles as office programs do.
final class StarFiles {

  private final ByteArrayOutputStream actions = new ByteArrayOutputStream();
  private int count;

  /// A line, an area, a word.
  static byte[] drawing() {
    return new StarFiles()
        .action(132, 1, b -> b.putInt(0xff0000).put((byte) 1))
        .action(109, 1, b -> b.putShort((short) 2).putInt(0).putInt(0).putInt(1000).putInt(500))
        .action(133, 1, b -> b.putInt(0x00ff00).put((byte) 1))
        .action(103, 1, b -> b.putInt(10).putInt(20).putInt(110).putInt(220))
        .font("Calibri", 353, 450)
        .text("Dépenses")
        .bytes();
  }

  StarFiles action(int type, int version, Consumer<ByteBuffer> content) {
    ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) type).putShort((short) version).putInt(0);
    content.accept(bytes);
    bytes.putInt(4, bytes.position() - 8);
    actions.write(bytes.array(), 0, bytes.position());
    count++;
    return this;
  }

  StarFiles font(String family, int size, int turn) {
    byte[] name = family.getBytes(StandardCharsets.UTF_8);
    return action(
        138,
        1,
        b -> {
          b.putShort((short) 3).putInt(name.length + 32);
          b.putShort((short) name.length).put(name).putShort((short) 0);
          b.putInt(0).putInt(size).putShort((short) 76).putInt(0).putShort((short) 5);
          b.putInt(0).putShort((short) 0).putInt(0).putShort((short) turn).putInt(0);
        });
  }

  StarFiles text(String words) {
    return action(
        112,
        2,
        b -> {
          b.putInt(100).putInt(200).putShort((short) 0);
          b.putShort((short) 0).putShort((short) words.length());
          b.putShort((short) words.length()).put(words.getBytes(StandardCharsets.UTF_16LE));
        });
  }

  byte[] bytes() {
    ByteBuffer head = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    head.put("VCLMTF".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1);
    int length = head.position();
    head.putInt(0).putInt(0).putShort((short) 1).putInt(27).putShort((short) 0);
    head.putInt(0).putInt(0).putInt(1).putInt(1).putInt(1).putInt(1).put((byte) 1);
    head.putInt(1000).putInt(500).putInt(count);
    head.putInt(length, head.position() - length - 4);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head.array(), 0, head.position());
    whole.writeBytes(actions.toByteArray());
    return whole.toByteArray();
  }
}
