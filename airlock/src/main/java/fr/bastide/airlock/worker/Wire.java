package fr.bastide.airlock.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Frames between a workshop and its workers: a mark, the length of the head, the length of the
/// body, the head, the body. The head holds numbers and short texts, the body one file.
final class Wire {

  private static final int MARK = 0x42535431;
  private static final int LONGEST_HEAD = 1 << 20;

  private Wire() {}

  /// Sends one frame.
  static void send(OutputStream out, Head head, byte[] body) throws IOException {
    byte[] first = head.bytes();
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MARK);
    data.writeInt(first.length);
    data.writeInt(body.length);
    data.write(first);
    data.write(body);
    data.flush();
  }

  /// Receives one frame.
  ///
  /// @param longest bytes of body at most
  /// @throws BrokenFrame when it is none
  /// @throws java.io.EOFException when the other side ended
  static Frame receive(InputStream in, long longest) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MARK) {
      throw new BrokenFrame("no mark");
    }
    int first = data.readInt();
    int second = data.readInt();
    if (first < 0 || first > LONGEST_HEAD || second < 0 || second > longest) {
      throw new BrokenFrame("out of bounds");
    }
    byte[] head = new byte[first];
    data.readFully(head);
    byte[] body = new byte[second];
    data.readFully(body);
    return new Frame(ByteBuffer.wrap(head), body);
  }

  /// The other side does not keep to the protocol.
  static final class BrokenFrame extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenFrame(String what) {
      super(what);
    }
  }

  /// The head of a frame being written.
  static final class Head {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    Head number(long value) {
      try {
        data.writeLong(value);
        return this;
      } catch (IOException impossible) {
        throw new UncheckedIOException("writing to memory", impossible);
      }
    }

    Head flag(boolean value) {
      return number(value ? 1 : 0);
    }

    Head text(String value) {
      byte[] utf = value.getBytes(StandardCharsets.UTF_8);
      number(utf.length);
      bytes.writeBytes(utf);
      return this;
    }

    Head word(Enum<?> value) {
      return text(value.name());
    }

    private byte[] bytes() {
      return bytes.toByteArray();
    }
  }

  /// A frame received, its head read from start to end.
  static final class Frame {
    private final ByteBuffer head;
    private final byte[] body;

    private Frame(ByteBuffer head, byte[] body) {
      this.head = head;
      this.body = body;
    }

    byte[] body() {
      return body;
    }

    long number() throws BrokenFrame {
      if (head.remaining() < Long.BYTES) {
        throw new BrokenFrame("head too short");
      }
      return head.getLong();
    }

    /// A number between zero and a bound.
    int number(int most) throws BrokenFrame {
      long value = number();
      if (value < 0 || value > most) {
        throw new BrokenFrame("a number out of bounds");
      }
      return (int) value;
    }

    boolean flag() throws BrokenFrame {
      return number(1) == 1;
    }

    String text(int most) throws BrokenFrame {
      int length = number(most);
      if (head.remaining() < length) {
        throw new BrokenFrame("head too short");
      }
      ByteBuffer utf = head.slice(head.position(), length);
      head.position(head.position() + length);
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(utf).toString();
      } catch (CharacterCodingException noText) {
        throw new BrokenFrame("a text that is none");
      }
    }

    <E extends Enum<E>> E word(Class<E> family) throws BrokenFrame {
      String name = text(64);
      for (E one : family.getEnumConstants()) {
        if (one.name().equals(name)) {
          return one;
        }
      }
      throw new BrokenFrame(
          "an unknown word of " + family.getSimpleName().toLowerCase(Locale.ROOT));
    }

    /// Checks that nothing is left over.
    void end() throws BrokenFrame {
      if (head.hasRemaining()) {
        throw new BrokenFrame("head too long");
      }
    }
  }
}
