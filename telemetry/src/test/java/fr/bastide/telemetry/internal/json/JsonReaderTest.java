package fr.bastide.telemetry.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

  private final FieldNames names = new FieldNames();
  private final JsonReader reader = new JsonReader(new Taxonomy(names, new Origins()));
  private final List<Event> events = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();

  @BeforeEach
  void forget() {
    events.clear();
    troubles.clear();
  }

  @Test
  void readsOneObjectALine() throws IOException {
    read("{\"a\":1}\n{\"a\":2}\r\n\n{\"a\":3}");
    assertThat(values("a")).containsExactly("1", "2", "3");
    assertThat(troubles).isEmpty();
    assertThat(new String(events.get(1).record(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":2}");
  }

  @Test
  void readsObjectsPutTogetherAndPrettyPrinted() throws IOException {
    String pretty =
        """
        {
          "a": {
            "b": 1
          }
        }{"a.b":2}
        """;
    read("\uFEFF" + pretty + "\u001e{\"a\":{\"b\":3}}\uFEFF{\"a.b\":4}");
    assertThat(values("a.b")).containsExactly("1", "2", "3", "4");
    assertThat(troubles).isEmpty();
  }

  @Test
  void readsListsAndEnvelopes() throws IOException {
    read("[{\"a\":1},\n {\"a\":2}]\n[]\n{\"Records\":[{\"a\":3},{\"a\":4}]}");
    read(
        "{\"@odata.context\":\"x]\",\"@odata.count\":2,\"value\":[{\"a\":5}],\"@odata.nextLink\":\"y\"}");
    read(
        "{\"records\" : [ {\"a\":6} ] }\n{\"value\":[1]}\n{\"value\":7,\"a\":7}\n{\"Records\":[]}");
    assertThat(values("a")).containsExactly("1", "2", "3", "4", "5", "6", "7");
    assertThat(troubles).isEmpty();
    assertThat(events).hasSize(8);
  }

  @Test
  void flattensAndRepeats() throws IOException {
    read("{\"a\":[1,{\"b\":true,\"c\":[null]},[2]],\"d\":\"\\u00e9\\ud83d\"}");
    Event event = events.getFirst();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < event.size(); i++) {
      seen.add(event.name(i) + "=" + event.text(i) + ":" + event.kind(i));
    }
    assertThat(seen)
        .containsExactly(
            "a=[1,{\"b\":true,\"c\":[null]},[2]]:STRUCTURE",
            "a=1:NUMBER",
            "a={\"b\":true,\"c\":[null]}:STRUCTURE",
            "a.b=true:TRUTH",
            "a.c=[null]:STRUCTURE",
            "a.c=null:NULL",
            "a=[2]:STRUCTURE",
            "a=2:NUMBER",
            "d=é\uFFFD:TEXT");
  }

  @Test
  void losesOnlyTheMalformedLine() throws IOException {
    read("{\"a\":1}\n{\"a\":2,}\n{\"a\":3}\nplain text\nmore\n{\"a\":\"C:\\W\"}\n{\"a\":4");
    assertThat(values("a")).containsExactly("1", "3");
    assertThat(troubles)
        .extracting(Trouble::place)
        .containsExactly("line 2", "line 4", "line 6", "line 7");
    assertThat(troubles.get(1).what().en()).contains("lines 4 to 5 are lost");
    assertThat(troubles.get(0).what().fr()).contains("octet 8").contains("ligne 2");
  }

  @Test
  void losesOnlyThePrettyPrintedRecord() throws IOException {
    read(
        """
        [
          {
            "a": 1,
            "b": oops,
            "c": {
              "d": 1
            }
          },
          {
            "a": 2
          }
        ]
        {
          "a": 3
        }
        """);
    assertThat(values("a")).containsExactly("2", "3");
    assertThat(troubles).extracting(Trouble::place).containsExactly("line 2");
    assertThat(troubles.getFirst().what().en()).contains("lines 2 to 8 are lost");
  }

  @Test
  void goesOnAfterAMalformedEnvelope() throws IOException {
    read("{\"Records\":[{\"a\":1},{\"a\":x}]}\n{\"Records\":[{\"a\":2}]}\n[{\"a\":}]\n[{\"a\":3}]");
    assertThat(values("a")).containsExactly("1", "2", "3");
    assertThat(troubles).hasSize(2);
  }

  @Test
  void refusesWhatIsTooDeep() throws IOException {
    String most = "{\"a\":".repeat(JsonScanner.DEEPEST) + "1" + "}".repeat(JsonScanner.DEEPEST);
    read(
        most
            + "\n{\"a\":"
            + most
            + "}\n"
            + "{\"a\":".repeat(100_000)
            + "\n"
            + "[".repeat(100_000)
            + "\n{\"b\":1}");
    assertThat(events).hasSize(2);
    assertThat(troubles)
        .extracting(Trouble::place)
        .containsExactly("line 2", "line 3", "line 4", "line 5"); // the last: a list is not closed
    assertThat(troubles.getFirst().what().en()).contains("64");
  }

  @Test
  void passesOverWhatIsTooLong() throws IOException {
    InputStream line = new Endless(100_000_000);
    reader.read(
        new SequenceInputStream(
            Collections.enumeration(List.of(bytes("{\"a\":\""), line, bytes("\"}\n{\"a\":1}\n")))),
        Source.named("test"),
        event -> events.add(event.keep()),
        troubles::add);
    assertThat(values("a")).containsExactly("1");
    assertThat(troubles).hasSize(1);
    assertThat(troubles.getFirst().what().en()).contains("16 MB").contains("line 1");
  }

  @Test
  void keepsBytesThatAreNoUtf8() throws IOException {
    byte[] line = "{\"a\":\"x?y\"}".getBytes(StandardCharsets.UTF_8);
    line[7] = (byte) 0xFF;
    readBytes(line);
    assertThat(events.getFirst().record()).isEqualTo(line);
    assertThat(events.getFirst().text("a")).contains("x\uFFFDy");
  }

  @Test
  void readsUtf16() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      forget();
      readBytes("\uFEFF{\"a\":\"é😀\"}\n{\"a\":\"2\"}".getBytes(charset));
      assertThat(values("a")).containsExactly("é😀", "2");
    }
  }

  @Test
  void readsWhatComesInPieces() throws IOException {
    byte[] all =
        ("{\"a\":\"" + "x\\n".repeat(50_000) + "\"}\n{\"a\":2}\n{\"Records\":[{\"a\":3}]}")
            .getBytes(StandardCharsets.UTF_8);
    for (int piece : new int[] {1, 7, 4_096}) {
      forget();
      InputStream slow =
          new ByteArrayInputStream(all) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
              return super.read(into, at, Math.min(length, piece));
            }
          };
      reader.read(slow, Source.named("test"), event -> events.add(event.keep()), troubles::add);
      assertThat(values("a")).hasSize(3);
      assertThat(troubles).isEmpty();
    }
  }

  @Test
  void toldNothingButBlanks() throws IOException {
    read("");
    read(" \n\n\uFEFF");
    assertThat(events).isEmpty();
    assertThat(troubles).isEmpty();
    read("[{\"a\":1}");
    assertThat(troubles).hasSize(1);
  }

  private void read(String text) throws IOException {
    readBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void readBytes(byte[] bytes) throws IOException {
    reader.read(
        new ByteArrayInputStream(bytes),
        Source.named("test"),
        event -> events.add(event.keep()),
        troubles::add);
  }

  private List<String> values(String field) {
    return events.stream().map(event -> event.text(field)).flatMap(Optional::stream).toList();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Many bytes that nobody holds.
  private static final class Endless extends InputStream {

    private long left;

    Endless(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(into, at, at + count, (byte) 'x');
      left -= count;
      return count;
    }
  }
}
