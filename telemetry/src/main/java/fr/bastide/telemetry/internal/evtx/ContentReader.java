package fr.bastide.telemetry.internal.evtx;

/// Reads the content of records: template instances, or elements that stand there as such, and what
/// is nested in their values.
///
/// @param <P> what a subclass knows of the place in the event where content stands
abstract class ContentReader<P> {

  private static final int DEEPEST = 24;
  private static final int RECORD_HEADER = 24;
  private static final int SIZE_COPY = 4;

  final Values values = new Values();
  final Budget budget = new Budget();
  private final Names names = new Names();
  private final BinXmlParser parser = new BinXmlParser(names);
  private final Templates templates = new Templates(parser, budget);
  private Chunk chunk = Chunk.NONE;

  /// Starts the next chunk.
  final void begin(Chunk chunk) {
    this.chunk = chunk;
    names.clear();
    templates.clear();
    budget.beginChunk();
  }

  final Chunk chunk() {
    return chunk;
  }

  /// Reads one record, which begins and ends there, in the chunk begun last.
  final void record(int from, int to, P place) throws Damaged {
    values.clear();
    budget.beginRecord();
    try {
      content(from + RECORD_HEADER, to - SIZE_COPY, place, 0);
    } finally {
      budget.endRecord();
    }
  }

  /// Reads a document that stands in this slice.
  final void content(int from, int to, P place, int depth) throws Damaged {
    if (depth > DEEPEST) {
      throw new Damaged(Flaw.DEPTH);
    }
    budget.write(0);
    byte[] bytes = chunk.bytes();
    int at = from;
    if (at + 4 <= to && bytes[at] == Token.FRAGMENT_HEADER) {
      at += 4;
    }
    if (at < to && bytes[at] == Token.TEMPLATE_INSTANCE) {
      at = instance(at, to, place, depth);
    }
    if (at < to && bytes[at] != Token.END_OF_FILE) {
      budget.parse(to - at);
      run(parser.parse(chunk, at, to, false), values.top(), 0, place, depth);
    }
  }

  /// Reads the template instance that stands at `at` and returns where it ends.
  final int instance(int at, int to, P place, int depth) throws Damaged {
    if (depth > DEEPEST) {
      throw new Damaged(Flaw.DEPTH);
    }
    budget.write(0);
    Fragment template = templates.of(chunk, at, to);
    int base = values.top();
    int end = values.push(chunk, Templates.valuesAt(chunk, at, to), to);
    run(template, base, values.top() - base, place, depth);
    values.cut(base);
    return end;
  }

  /// Takes a fragment whose values are these.
  abstract void run(Fragment fragment, int base, int count, P place, int depth) throws Damaged;
}
