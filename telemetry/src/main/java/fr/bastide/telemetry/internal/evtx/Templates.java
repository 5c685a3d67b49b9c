package fr.bastide.telemetry.internal.evtx;

/// The templates of the present chunk, each parsed when a record first refers to it.
///
/// An instance is: token (1 byte), version (1), identifier (4), offset of the definition (4), the
/// definition itself when the offset says that it stands here, then the values. A definition is:
/// link (4), GUID (16), size (4), binary XML.
final class Templates {

  private static final int INSTANCE_HEADER = 10;
  private static final int DEFINITION_HEADER = 24;

  private final OffsetMap<Fragment> met = new OffsetMap<>();
  private final BinXmlParser parser;
  private final Budget budget;

  Templates(BinXmlParser parser, Budget budget) {
    this.parser = parser;
    this.budget = budget;
  }

  /// Forgets the last chunk.
  void clear() {
    met.clear();
  }

  /// The template that the instance at `at` refers to.
  Fragment of(Chunk chunk, int at, int end) throws Damaged {
    if (at > end - INSTANCE_HEADER) {
      throw new Damaged(Flaw.CUT);
    }
    int offset = LittleEndian.i32(chunk.bytes(), at + 6);
    Fragment known = met.get(offset);
    if (known == null) {
      known = parse(chunk, offset);
      met.put(offset, known);
    }
    if (known == Fragment.BROKEN) {
      throw new Damaged(Flaw.TEMPLATE);
    }
    if (known == Fragment.TOO_DEEP) {
      throw new Damaged(Flaw.DEPTH);
    }
    return known;
  }

  private Fragment parse(Chunk chunk, int offset) throws Damaged {
    if (offset < Chunk.RECORDS || offset > chunk.length() - DEFINITION_HEADER) {
      throw new Damaged(Flaw.TEMPLATE);
    }
    int from = offset + DEFINITION_HEADER;
    int size = LittleEndian.i32(chunk.bytes(), from - 4);
    if (size < 0 || size > chunk.length() - from) {
      return Fragment.BROKEN;
    }
    budget.parse(size);
    try {
      Fragment parsed = parser.parse(chunk, from, from + size, true);
      return parsed.parts().isEmpty() ? Fragment.BROKEN : parsed;
    } catch (Damaged damaged) {
      return damaged.flaw() == Flaw.DEPTH ? Fragment.TOO_DEEP : Fragment.BROKEN;
    }
  }

  /// Where the values of the instance at `at` begin.
  static int valuesAt(Chunk chunk, int at, int end) throws Damaged {
    int values = at + INSTANCE_HEADER;
    if (values > end) {
      throw new Damaged(Flaw.CUT);
    }
    if (LittleEndian.i32(chunk.bytes(), at + 6) != values) {
      return values;
    }
    int from = values + DEFINITION_HEADER;
    if (from > end) {
      throw new Damaged(Flaw.CUT);
    }
    int size = LittleEndian.i32(chunk.bytes(), from - 4);
    if (size < 0 || size > end - from) {
      throw new Damaged(Flaw.CUT);
    }
    return from + size;
  }

  /// Where the instance at `at` ends.
  static int instanceEnd(Chunk chunk, int at, int end) throws Damaged {
    int from = valuesAt(chunk, at, end);
    int count = Values.count(chunk, from, end);
    long next = from + 4 + 4L * count;
    for (int i = 0; i < count; i++) {
      next += LittleEndian.u16(chunk.bytes(), from + 4 + 4 * i);
    }
    if (next > end) {
      throw new Damaged(Flaw.CUT);
    }
    return (int) next;
  }
}
