package fr.bastide.telemetry.evtx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// What [EvtxWriter] writes: binary XML as a tree, templates, and values of every type.
final class Sample {

  private static final AtomicLong MADE = new AtomicLong();
  private static final Charset ANSI = Charset.forName("windows-1252");

  private Sample() {}

  /// A piece of content.
  sealed interface Node {}

  /// An element; `dependency` is 0xffff when it depends on no value.
  record Element(String name, int dependency, List<Attribute> attributes, List<Node> content)
      implements Node {

    Element with(String attribute, Node... value) {
      List<Attribute> more = new ArrayList<>(attributes);
      more.add(new Attribute(attribute, List.of(value)));
      return new Element(name, dependency, more, content);
    }

    Element dependingOn(int slot) {
      return new Element(name, slot, attributes, content);
    }

    Element and(Node... more) {
      List<Node> all = new ArrayList<>(content);
      all.addAll(List.of(more));
      return new Element(name, dependency, attributes, all);
    }
  }

  record Attribute(String name, List<Node> value) {}

  record Text(String text) implements Node {}

  record CData(String text) implements Node {}

  record CharacterReference(char character) implements Node {}

  record Entity(String name) implements Node {}

  record Instruction(String target, String data) implements Node {}

  record Slot(int index, int type, boolean optional) implements Node {}

  /// A template with its values.
  record Instance(Template template, List<Value> values) implements Node {}

  /// A template, which is written once into each chunk: two are the same only when they are the
  /// same object, however alike they are.
  static final class Template {

    private final UUID guid;
    private final Node root;

    private Template(UUID guid, Node root) {
      this.guid = guid;
      this.root = root;
    }

    UUID guid() {
      return guid;
    }

    Node root() {
      return root;
    }
  }

  static Element element(String name, Node... content) {
    return new Element(name, 0xffff, List.of(), List.of(content));
  }

  static Slot slot(int index) {
    return new Slot(index, 0x01, true);
  }

  static Text text(String text) {
    return new Text(text);
  }

  static Template template(Node root) {
    return new Template(new UUID(MADE.incrementAndGet(), 0x8000_0000_0000_0000L), root);
  }

  static Instance instance(Template template, Value... values) {
    return new Instance(template, List.of(values));
  }

  /// A value of a template's instance.
  sealed interface Value {}

  /// A value whose bytes stand for themselves.
  static final class Plain implements Value {

    private final int type;
    private final byte[] bytes;

    private Plain(int type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    int type() {
      return type;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /// Binary XML as a value.
  record Nested(Node content) implements Value {}

  static Value value(int type, byte[] bytes) {
    return new Plain(type, bytes);
  }

  static Value none() {
    return new Plain(0x00, new byte[0]);
  }

  static Value string(String text) {
    return new Plain(0x01, utf16(text));
  }

  static Value ansi(String text) {
    return new Plain(0x02, text.getBytes(ANSI));
  }

  static Value strings(String... texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String text : texts) {
      out.writeBytes(utf16(text + '\0'));
    }
    return new Plain(0x81, out.toByteArray());
  }

  /// A number of so many bytes.
  static Value number(int type, int size, long number) {
    return new Plain(type, little(size, number));
  }

  /// Several numbers of so many bytes.
  static Value numbers(int type, int size, long... numbers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long number : numbers) {
      out.writeBytes(little(size, number));
    }
    return new Plain(type, out.toByteArray());
  }

  static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  static byte[] little(int size, long number) {
    byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
    return Arrays.copyOf(all, size);
  }

  static byte[] guid(UUID guid) {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    long high = guid.getMostSignificantBits();
    bytes.putInt((int) (high >> 32)).putShort((short) (high >> 16)).putShort((short) high);
    bytes.order(ByteOrder.BIG_ENDIAN).putLong(guid.getLeastSignificantBits());
    return bytes.array();
  }

  static byte[] sid(int authority, long... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * parts.length);
    bytes.put((byte) 1).put((byte) parts.length).putShort((short) 0).putInt(authority);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (long part : parts) {
      bytes.putInt((int) part);
    }
    return bytes.array();
  }

  /// Tenths of microseconds since 1601 for seconds since 1970 and tenths beside them.
  static long fileTime(long seconds, long tenths) {
    return (seconds + 11_644_473_600L) * 10_000_000L + tenths;
  }
}
