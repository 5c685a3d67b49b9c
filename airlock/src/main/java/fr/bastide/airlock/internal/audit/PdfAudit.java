package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a PDF from its first byte to its last, object by object, without its cross-reference
/// table: what no table names is seen too.
final class PdfAudit {

  private static final int CHUNK = 16_384;

  private final Bytes bytes;
  private final Remains remains;
  private final PdfRules rules;
  private final PdfSyntax syntax;
  private final Map<Long, PdfValue> objects = new HashMap<>();
  private final Map<Long, String> openings = new HashMap<>();
  private int ends;

  PdfAudit(Bytes bytes, Remains remains) {
    this.bytes = bytes;
    this.remains = remains;
    this.rules = new PdfRules(remains);
    this.syntax = new PdfSyntax(bytes, 0, bytes.size());
  }

  void look() {
    int last = bytes.size();
    while (last > 0 && PdfSyntax.white(bytes.at(last - 1))) {
      last--;
    }
    if (!bytes.is(last - 5, "%%EOF") || bytes.size() - last > 2) {
      remains.add(Threat.TRAILING_DATA, "");
    }
    PdfValue before = new PdfValue.Word("");
    PdfValue between = before;
    while (true) {
      PdfValue value = syntax.next();
      if (value instanceof PdfValue.Close close) {
        if (close.kind() != PdfValue.Close.Kind.END) {
          throw new AuditFailure("a stray bracket");
        }
        break;
      }
      if (value instanceof PdfValue.Word word) {
        word(word.text(), before);
      }
      before = between;
      between = value;
    }
    if (ends != 1) {
      remains.add(Threat.CONTENT_MASKING, "several revisions");
    }
    opening();
  }

  private void word(String word, PdfValue number) {
    switch (word) {
      case "obj" -> {
        if (!(number instanceof PdfValue.Whole of)) {
          throw new AuditFailure("an object without number");
        }
        object(of.whole());
      }
      case "trailer" -> rules.look(keep(-1, syntax.next()), false, "trailer");
      case "startxref" -> ends++;
      case "xref", "endobj", "n", "f" -> {}
      default -> throw new AuditFailure("a stray word");
    }
  }

  private void object(long number) {
    String where = "object " + number;
    PdfValue value = syntax.next();
    int after = syntax.place();
    boolean stream =
        value instanceof PdfValue.Dictionary
            && syntax.next() instanceof PdfValue.Word word
            && word.text().equals("stream");
    if (!stream) {
      syntax.goTo(after);
    }
    rules.look(keep(number, value), stream, where);
    if (stream && value instanceof PdfValue.Dictionary dictionary) {
      data(dictionary, number);
    }
  }

  private PdfValue keep(long number, PdfValue value) {
    if (value instanceof PdfValue.Close) {
      throw new AuditFailure("an object without value");
    }
    if (number >= 0 && objects.put(number, value) != null) {
      remains.add(Threat.CONTENT_MASKING, "object " + number);
    }
    if (value instanceof PdfValue.Dictionary dictionary
        && dictionary.entries().get("OpenAction") instanceof PdfValue.Reference action) {
      openings.put(action.number(), "object " + number);
    }
    return value;
  }

  private void data(PdfValue.Dictionary dictionary, long number) {
    int from = syntax.place();
    from += bytes.is(from, "\r\n") ? 2 : 1;
    int to;
    if (dictionary.entries().get("Length") instanceof PdfValue.Whole length
        && length.whole() >= 0
        && length.whole() <= bytes.size() - from) {
      to = from + (int) length.whole();
    } else {
      to = bytes.find(from, "endstream");
      remains.add(Threat.CONTENT_MASKING, "object " + number);
    }
    if (to < 0) {
      throw new AuditFailure("a stream without end");
    }
    syntax.goTo(to);
    if (!(syntax.next() instanceof PdfValue.Word word) || !word.text().equals("endstream")) {
      throw new AuditFailure("a stream of another length");
    }
    if (dictionary.name("Type").equals("ObjStm")) {
      packed(dictionary, number, from, to);
    }
  }

  private void packed(PdfValue.Dictionary dictionary, long holder, int from, int to) {
    Bytes plain = new Bytes(plain(dictionary, from, to));
    if (!(dictionary.entries().get("N") instanceof PdfValue.Whole count)
        || !(dictionary.entries().get("First") instanceof PdfValue.Whole first)
        || first.whole() < 0
        || first.whole() > plain.size()
        || count.whole() < 0
        || count.whole() > first.whole()) {
      throw new AuditFailure("object " + holder);
    }
    PdfSyntax index = new PdfSyntax(plain, 0, (int) first.whole());
    for (long i = 0; i < count.whole(); i++) {
      if (!(index.next() instanceof PdfValue.Whole number)
          || !(index.next() instanceof PdfValue.Whole offset)
          || offset.whole() < 0
          || offset.whole() > plain.size() - first.whole()) {
        throw new AuditFailure("object " + holder);
      }
      PdfSyntax one = new PdfSyntax(plain, (int) (first.whole() + offset.whole()), plain.size());
      rules.look(keep(number.whole(), one.next()), false, "object " + number.whole());
    }
  }

  private byte[] plain(PdfValue.Dictionary dictionary, int from, int to) {
    PdfValue filter = dictionary.entries().getOrDefault("Filter", new PdfValue.Name(""));
    if (filter instanceof PdfValue.Array array && array.items().size() == 1) {
      filter = array.items().getFirst();
    }
    if (!(filter instanceof PdfValue.Name name)
        || (!name.text().isEmpty() && !name.text().equals("FlateDecode"))
        || dictionary.has("DecodeParms")) {
      throw new AuditFailure("objects packed in another way");
    }
    if (name.text().isEmpty()) {
      return Arrays.copyOfRange(bytes.all(), from, to);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes.all(), from, to - from);
      for (int n = inflater.inflate(chunk); n > 0 || !inflater.finished(); ) {
        if (n == 0) {
          throw new AuditFailure("a damaged stream");
        }
        remains.inflated(n);
        out.write(chunk, 0, n);
        n = inflater.inflate(chunk);
      }
    } catch (DataFormatException damaged) {
      throw new AuditFailure("a damaged stream");
    }
    return out.toByteArray();
  }

  /// What opens with the document may be a place in it, nothing else.
  private void opening() {
    openings.forEach((target, where) -> {
      PdfValue action = objects.get(target);
      if (action instanceof PdfValue.Dictionary dictionary
          && !dictionary.name("S").equals("GoTo")) {
        remains.add(Threat.AUTOMATIC_ACTION, where);
      }
    });
  }
}
