package fr.bastide.telemetry.internal.json;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Trouble;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.util.function.Consumer;

/// One reading of one stream: finds where records begin, and begins again after what is malformed.
///
/// After a malformed record the next one is looked for at the beginning of a line that is not
/// indented more than the malformed one was: lines further in are its own. What was passed over is
/// told once, with its lines.
final class JsonReading {

  /// Between records; in a list; in the list of an envelope.
  private enum Frame {
    NONE,
    LIST,
    ENVELOPE
  }

  private final JsonInput input;
  private final JsonScanner scanner;
  private final JsonEnvelope envelope;
  private final EventDraft draft;
  private final Source source;
  private final Consumer<EventSink> give;
  private final EventSink sink;
  private final Troubles troubles;
  private Frame frame = Frame.NONE;
  private long frameLine;

  JsonReading(
      JsonInput input,
      JsonScanner scanner,
      EventDraft draft,
      Source source,
      Consumer<EventSink> give,
      EventSink sink,
      Troubles troubles) {
    this.input = input;
    this.scanner = scanner;
    this.envelope = new JsonEnvelope(scanner);
    this.draft = draft;
    this.source = source;
    this.give = give;
    this.sink = sink;
    this.troubles = troubles;
  }

  void run() throws IOException {
    for (int next = input.solid(); next >= 0; next = input.solid()) {
      if (next == '{') {
        if (frame != Frame.NONE || !opensEnvelope()) {
          record();
        }
      } else if (next == '[' && frame == Frame.NONE) {
        frame = Frame.LIST;
        frameLine = input.line();
        input.consume(input.start() + 1, 0);
      } else if (next == ',' && frame != Frame.NONE) {
        input.consume(input.start() + 1, 0);
      } else if (next == ']' && frame != Frame.NONE) {
        input.consume(input.start() + 1, 0);
        closeList();
      } else if (!passesMark(next)) {
        lose(JsonProblems.noRecord());
      }
    }
    if (frame != Frame.NONE) {
      troubles.tell(new Trouble("line " + input.line(), JsonProblems.openList()));
    }
  }

  private boolean opensEnvelope() throws IOException {
    int list = envelope.list(input.bytes(), input.start(), input.end());
    while (list == JsonEnvelope.UNFINISHED && input.moreOfRecord()) {
      list = envelope.list(input.bytes(), input.start(), input.end());
    }
    if (list < 0) {
      return false;
    }
    frame = Frame.ENVELOPE;
    frameLine = input.line();
    input.consume(list, lineEnds(input.start(), list));
    return true;
  }

  private void closeList() throws IOException {
    if (frame == Frame.ENVELOPE) {
      int end = rest();
      while (end == JsonScanner.UNFINISHED && input.moreOfRecord()) {
        end = rest();
      }
      if (end < 0) {
        fail(end);
      } else {
        input.consume(end, scanner.lines());
      }
    }
    frame = Frame.NONE;
  }

  private int rest() {
    draft.begin(input.bytes(), input.start(), input.end(), source);
    return scanner.rest(input.bytes(), input.start(), input.end(), draft);
  }

  private void record() throws IOException {
    int end = scan();
    while (end == JsonScanner.UNFINISHED && input.moreOfRecord()) {
      end = scan();
    }
    if (end < 0) {
      fail(end);
      return;
    }
    draft.endRecord(end);
    int lines = scanner.lines();
    give.accept(sink);
    input.consume(end, lines);
  }

  private int scan() {
    draft.begin(input.bytes(), input.start(), input.end(), source);
    return scanner.scan(input.bytes(), input.start(), input.end(), draft);
  }

  private void fail(int code) throws IOException {
    lose(
        code == JsonScanner.UNFINISHED && input.full()
            ? JsonProblems.tooLong(JsonInput.LONGEST >> 20)
            : JsonProblems.of(code, scanner.faultAt() - input.start() + 1));
  }

  private void lose(Text problem) throws IOException {
    long from = input.line();
    int indent = input.indent();
    long last = from;
    for (; ; ) {
      input.skipLine();
      int next = input.solid();
      if (next < 0 || (begins(next) && input.indent() <= indent)) {
        leaveFrame(next, from);
        break;
      }
      last = input.line();
    }
    troubles.tell(new Trouble("line " + from, JsonProblems.lost(problem, from, last)));
  }

  private boolean begins(int next) {
    return next == '{' || next == '[' || (next == ']' && frame != Frame.NONE);
  }

  /// A list that began in the lost line ended in it as well, unless its records go on below.
  private void leaveFrame(int next, long lost) {
    boolean begun = frameLine == lost && (frame == Frame.ENVELOPE || next == '[');
    if (begun && next != ']') {
      frame = Frame.NONE;
    }
  }

  /// Passes over the byte order mark that stands where two files were put together.
  private boolean passesMark(int next) throws IOException {
    while (next == 0xEF && input.end() - input.start() < 3) {
      if (!input.moreOfRecord()) {
        return false;
      }
    }
    int start = input.start();
    boolean mark =
        next == 0xEF
            && input.bytes()[start + 1] == (byte) 0xBB
            && input.bytes()[start + 2] == (byte) 0xBF;
    if (mark) {
      input.consume(start + 3, 0);
    }
    return mark;
  }

  private int lineEnds(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += input.bytes()[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
