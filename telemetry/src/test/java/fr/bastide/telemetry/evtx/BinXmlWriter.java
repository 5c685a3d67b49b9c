package fr.bastide.telemetry.evtx;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes binary XML into a chunk: each name and each template where it is first needed, by offset
/// afterwards.
final class BinXmlWriter {

  private static final int MORE = 0x40;
  private static final int STRING_TABLE = 128;
  private static final int TEMPLATE_TABLE = 384;

  private final ByteBuffer chunk;
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<Sample.Template, Integer> templates = new HashMap<>();

  BinXmlWriter(ByteBuffer chunk) {
    this.chunk = chunk;
  }

  /// Forgets the names and templates that stand at or after this offset.
  void forget(int offset) {
    names.values().removeIf(at -> at >= offset);
    templates.values().removeIf(at -> at >= offset);
  }

  /// A whole document: fragment header, content, end of file.
  void document(Sample.Node content) {
    fragmentHeader();
    node(content, false, false);
    chunk.put((byte) 0x00);
  }

  private void fragmentHeader() {
    chunk.put(new byte[] {0x0f, 0x01, 0x01, 0x00});
  }

  private void node(Sample.Node node, boolean template, boolean more) {
    int flag = more ? MORE : 0;
    switch (node) {
      case Sample.Element element -> element(element, template);
      case Sample.Text text -> {
        chunk.put((byte) (0x05 | flag)).put((byte) 0x01);
        text(text.text());
      }
      case Sample.CData text -> {
        chunk.put((byte) (0x07 | flag));
        text(text.text());
      }
      case Sample.CharacterReference c ->
          chunk.put((byte) (0x08 | flag)).putShort((short) c.character());
      case Sample.Entity entity -> {
        chunk.put((byte) (0x09 | flag));
        name(entity.name());
      }
      case Sample.Instruction instruction -> {
        chunk.put((byte) 0x0a);
        name(instruction.target());
        chunk.put((byte) 0x0b);
        text(instruction.data());
      }
      case Sample.Slot slot ->
          chunk
              .put((byte) (slot.optional() ? 0x0e : 0x0d))
              .putShort((short) slot.index())
              .put((byte) slot.type());
      case Sample.Instance instance -> instance(instance);
    }
  }

  private void element(Sample.Element element, boolean template) {
    boolean attributed = !element.attributes().isEmpty();
    chunk.put((byte) (0x01 | (attributed ? MORE : 0)));
    if (template) {
      chunk.putShort((short) element.dependency());
    }
    int size = chunk.position();
    chunk.putInt(0);
    name(element.name());
    if (attributed) {
      attributes(element.attributes(), template);
    }
    if (element.content().isEmpty()) {
      chunk.put((byte) 0x03);
    } else {
      chunk.put((byte) 0x02);
      nodes(element.content(), template);
      chunk.put((byte) 0x04);
    }
    chunk.putInt(size, chunk.position() - size - 4);
  }

  private void attributes(List<Sample.Attribute> attributes, boolean template) {
    int size = chunk.position();
    chunk.putInt(0);
    for (int i = 0; i < attributes.size(); i++) {
      chunk.put((byte) (0x06 | (i < attributes.size() - 1 ? MORE : 0)));
      name(attributes.get(i).name());
      nodes(attributes.get(i).value(), template);
    }
    chunk.putInt(size, chunk.position() - size - 4);
  }

  private void nodes(List<Sample.Node> nodes, boolean template) {
    for (int i = 0; i < nodes.size(); i++) {
      node(nodes.get(i), template, i < nodes.size() - 1);
    }
  }

  private void instance(Sample.Instance instance) {
    chunk
        .put((byte) 0x0c)
        .put((byte) 0x01)
        .putInt((int) instance.template().guid().getMostSignificantBits());
    Integer known = templates.get(instance.template());
    if (known != null) {
      chunk.putInt(known);
    } else {
      chunk.putInt(chunk.position() + 4);
      definition(instance.template());
    }
    values(instance.values());
  }

  private void definition(Sample.Template template) {
    int at = chunk.position();
    templates.put(template, at);
    int bucket = TEMPLATE_TABLE + 4 * Math.floorMod(template.guid().hashCode(), 32);
    chunk.putInt(chunk.getInt(bucket));
    chunk.putInt(bucket, at);
    chunk.put(Sample.guid(template.guid()));
    int size = chunk.position();
    chunk.putInt(0);
    fragmentHeader();
    node(template.root(), true, false);
    chunk.put((byte) 0x00);
    chunk.putInt(size, chunk.position() - size - 4);
  }

  private void values(List<Sample.Value> values) {
    chunk.putInt(values.size());
    int list = chunk.position();
    for (int i = 0; i < values.size(); i++) {
      chunk.putInt(0);
    }
    for (int i = 0; i < values.size(); i++) {
      int start = chunk.position();
      int type;
      switch (values.get(i)) {
        case Sample.Plain plain -> {
          type = plain.type();
          chunk.put(plain.bytes());
        }
        case Sample.Nested nested -> {
          type = 0x21;
          document(nested.content());
        }
      }
      chunk.putShort(list + 4 * i, (short) (chunk.position() - start));
      chunk.putShort(list + 4 * i + 2, (short) type);
    }
  }

  private void name(String name) {
    Integer known = names.get(name);
    if (known != null) {
      chunk.putInt(known);
      return;
    }
    int at = chunk.position() + 4;
    names.put(name, at);
    chunk.putInt(at);
    int bucket = STRING_TABLE + 4 * Math.floorMod(name.hashCode(), 64);
    chunk.putInt(chunk.getInt(bucket));
    chunk.putInt(bucket, at);
    chunk.putShort((short) name.hashCode()).putShort((short) name.length());
    chunk.put(Sample.utf16(name)).putShort((short) 0);
  }

  private void text(String text) {
    chunk.putShort((short) text.length()).put(Sample.utf16(text));
  }
}
