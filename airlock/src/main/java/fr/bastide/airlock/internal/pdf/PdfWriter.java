package fr.bastide.airlock.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/// Writes the new document in one revision: streams, object streams for the rest, one
/// cross-reference stream (ISO 32000-2, 7.5.7 and 7.5.8); nothing before the header, nothing after
/// the end, no dates and no random identifier.
final class PdfWriter {

  private static final int PER_OBJECT_STREAM = 100;
  private static final byte[] BINARY_MARK = {
    '%', (byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'
  };

  private final Output output;
  private final int[] numbers;
  private final List<long[]> places = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);

  private PdfWriter(Output output) {
    this.output = output;
    this.numbers = new int[output.size() + 1];
    int next = 1;
    for (int i = 1; i <= output.size(); i++) {
      if (output.entry(i) != null) {
        numbers[i] = next++;
      }
    }
    places.add(new long[] {0, 0, 65_535});
    for (int i = 1; i < next; i++) {
      places.add(new long[3]);
    }
  }

  /// The whole file.
  ///
  /// @param version `1.7` or `2.0`
  static byte[] write(
      Output output, String version, COSObject root, @Nullable COSObject info, byte[] identifier) {
    PdfWriter writer = new PdfWriter(output);
    writer.text("%PDF-" + version + "\n");
    writer.out.writeBytes(BINARY_MARK);
    writer.objects();
    writer.end(root, info, identifier);
    return writer.out.toByteArray();
  }

  private int number(COSObject reference) {
    return numbers[output.target(reference)];
  }

  private void objects() {
    List<Integer> packed = new ArrayList<>();
    for (int i = 1; i <= output.size(); i++) {
      Output.Entry entry = output.entry(i);
      if (entry == null) {
        continue;
      }
      byte[] data = entry.data();
      if (data != null && entry.value() instanceof COSDictionary dictionary) {
        stream(numbers[i], dictionary, data);
      } else {
        packed.add(i);
      }
    }
    for (int from = 0; from < packed.size(); from += PER_OBJECT_STREAM) {
      pack(packed.subList(from, Math.min(packed.size(), from + PER_OBJECT_STREAM)));
    }
  }

  private void pack(List<Integer> objects) {
    int holder = places.size();
    places.add(new long[3]);
    StringBuilder index = new StringBuilder();
    CosText body = new CosText(this::number);
    for (int i = 0; i < objects.size(); i++) {
      Output.Entry entry = output.entry(objects.get(i));
      int number = numbers[objects.get(i)];
      index.append(number).append(' ').append(body.size()).append(' ');
      body.value(entry == null ? null : entry.value()).ascii("\n");
      places.set(number, new long[] {2, holder, i});
    }
    byte[] head = index.toString().getBytes(StandardCharsets.US_ASCII);
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.TYPE, COSName.OBJ_STM);
    dictionary.setInt(COSName.N, objects.size());
    dictionary.setInt(COSName.FIRST, head.length);
    dictionary.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(head.length + body.size());
    plain.writeBytes(head);
    plain.writeBytes(body.bytes());
    stream(holder, dictionary, Flate.deflate(plain.toByteArray()));
  }

  private void stream(int number, COSDictionary dictionary, byte[] data) {
    dictionary.setInt(COSName.LENGTH, data.length);
    places.set(number, new long[] {1, out.size(), 0});
    text(number + " 0 obj\n");
    out.writeBytes(new CosText(this::number).value(dictionary).bytes());
    text("\nstream\n");
    out.writeBytes(data);
    text("\nendstream\nendobj\n");
  }

  private void end(COSObject root, @Nullable COSObject info, byte[] identifier) {
    int start = out.size();
    int number = places.size();
    places.add(new long[] {1, start, 0});
    ByteArrayOutputStream table = new ByteArrayOutputStream(places.size() * 7);
    for (long[] place : places) {
      table.write((int) place[0]);
      for (int shift = 24; shift >= 0; shift -= 8) {
        table.write((int) (place[1] >> shift));
      }
      table.write((int) (place[2] >> 8));
      table.write((int) place[2]);
    }
    COSDictionary trailer = new COSDictionary();
    trailer.setItem(COSName.TYPE, COSName.XREF);
    trailer.setInt(COSName.SIZE, places.size());
    COSArray widths = new COSArray();
    widths.add(COSInteger.get(1));
    widths.add(COSInteger.get(4));
    widths.add(COSInteger.get(2));
    trailer.setItem(COSName.W, widths);
    trailer.setItem(COSName.ROOT, root);
    if (info != null) {
      trailer.setItem(COSName.INFO, info);
    }
    COSArray id = new COSArray();
    id.add(new org.apache.pdfbox.cos.COSString(identifier, true));
    id.add(new org.apache.pdfbox.cos.COSString(identifier, true));
    trailer.setItem(COSName.ID, id);
    trailer.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    stream(number, trailer, Flate.deflate(table.toByteArray()));
    text("startxref\n" + start + "\n%%EOF\n");
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
