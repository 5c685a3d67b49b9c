package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  /// Gives so many bytes of one value, then a text, without holding them.
  private static final class Huge extends InputStream {
    private final byte[] after;
    private long left;
    private int at;

    Huge(long size, String after) {
      this.left = size;
      this.after = after.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left > 0) {
        int some = (int) Math.min(left, length);
        Arrays.fill(into, from, from + some, (byte) 'x');
        left -= some;
        return some;
      }
      if (at == after.length) {
        return -1;
      }
      into[from] = after[at++];
      return 1;
    }
  }

  private static List<String> cut(InputStream input, boolean frames) throws IOException {
    Lines lines = new Lines(input, frames);
    List<String> found = new ArrayList<>();
    while (lines.next()) {
      String text =
          new String(
              lines.bytes(),
              lines.start(),
              lines.end() - lines.start(),
              StandardCharsets.ISO_8859_1);
      found.add(lines.cut() ? text.length() + " cut" : text);
    }
    return found;
  }

  private static List<String> cut(String text, boolean frames) throws IOException {
    return cut(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), frames);
  }

  @Test
  void linesEndAtLineFeedsWithoutWhatSurroundsThem() throws IOException {
    assertThat(cut("a\r\nb\n\nc\u0000d\u0000\ne", false))
        .containsExactly("a", "b", "", "c\u0000d", "e");
  }

  @Test
  void aByteOrderMarkIsPassedOverAndInvalidUtf8Kept() throws IOException {
    assertThat(cut("\u00EF\u00BB\u00BFa\u00FF\u00C3\nb", false))
        .containsExactly("a\u00FF\u00C3", "b");
  }

  @Test
  void countedFramesMayHoldLineFeedsAndMixWithLines() throws IOException {
    assertThat(cut("7 <1>a\nbc5 <1>de<1>f\n12 g\n3 <2>", true))
        .containsExactly("<1>a\nbc", "<1>de", "<1>f", "12 g", "<2>");
  }

  @Test
  void aFrameThatEndsEarlyIsTakenAsCut() throws IOException {
    assertThat(cut("99 <1>abc", true)).containsExactly("6 cut");
  }

  @Test
  void countsAreNotFramesWhereNoneAreExpected() throws IOException {
    assertThat(cut("5 <1>abc\nd", false)).containsExactly("5 <1>abc", "d");
  }

  @Test
  void aLineOfOneMebibyteIsWholeAndOneByteMoreIsCut() throws IOException {
    int most = Lines.LONGEST;
    assertThat(cut(new Huge(most, "\nb"), false)).hasSize(2).last().isEqualTo("b");
    assertThat(cut(new Huge(most, ""), false).getFirst()).hasSize(most);
    assertThat(cut(new Huge(most + 1, "\nb"), false)).containsExactly(most + " cut", "b");
  }

  @Test
  void aLineOfAHundredMegabytesIsNeverHeld() throws IOException {
    Lines lines = new Lines(new Huge(100_000_000, "\nb\n"), false);
    assertThat(lines.next()).isTrue();
    assertThat(lines.cut()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(lines.bytes()).hasSizeLessThanOrEqualTo(2 * Lines.LONGEST);
    assertThat(lines.bytes()[lines.start()]).isEqualTo((byte) 'b');
    assertThat(lines.next()).isFalse();
  }

  @Test
  void theReaderTellsWhichLineWasCutAndGoesOn() {
    Reading reading = Reading.of("lines", new Huge(100_000_000, "\nb\n"), Reading.NOW);
    assertThat(reading.events()).hasSize(2);
    assertThat(reading.events().getFirst().record()).hasSize(Lines.LONGEST);
    assertThat(reading.troubles()).singleElement().extracting("place").isEqualTo("line 1");
  }

  @Test
  void manyTroublesAreToldAsOneNumber() {
    Reading reading = Reading.of("cef", "not cef\n".repeat(Outlet.MOST + 500));
    assertThat(reading.events()).isEmpty();
    assertThat(reading.troubles()).hasSize(Outlet.MOST + 1);
    assertThat(reading.troubles().getLast().what().fr()).contains("500");
  }
}
