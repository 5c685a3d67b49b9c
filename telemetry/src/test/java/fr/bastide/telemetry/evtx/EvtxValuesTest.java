package fr.bastide.telemetry.evtx;

import static fr.bastide.telemetry.evtx.Sample.ansi;
import static fr.bastide.telemetry.evtx.Sample.number;
import static fr.bastide.telemetry.evtx.Sample.numbers;
import static fr.bastide.telemetry.evtx.Sample.string;
import static fr.bastide.telemetry.evtx.Sample.strings;
import static fr.bastide.telemetry.evtx.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every type of value, in events and in JSON.
class EvtxValuesTest {

  @Test
  void texts() {
    check(string("é€𐍈 plain ASCII, quite long\0\0"), "é€𐍈 plain ASCII, quite long", "");
    check(string("inner\0zero"), "inner\0zero", "");
    check(value(0x01, new byte[] {0x41, 0, 0x00, (byte) 0xd8, 0x42, 0, 0x43}), "A\ufffdB", "");
    check(ansi("café €\0"), "café €", "");
    check(string(""), "", "");
  }

  @Test
  void whiteSpaceAtTheEndStaysInEventsAlone() {
    Reading reading = Reading.of(file(string("chcp \t\n")));
    assertThat(reading.events().getFirst().text("V0")).contains("chcp \t\n");
    assertThat(data(string("chcp \t\n")).get("V0").asString()).isEqualTo("chcp");
  }

  @Test
  void integers() {
    check(number(0x03, 1, -5), "-5", -5);
    check(number(0x04, 1, 0xfb), "251", 251);
    check(number(0x05, 2, Short.MIN_VALUE), "-32768", -32768);
    check(number(0x06, 2, 0xffff), "65535", 65535);
    check(number(0x07, 4, Integer.MIN_VALUE), "-2147483648", Integer.MIN_VALUE);
    check(number(0x08, 4, 0xffff_ffffL), "4294967295", 4294967295L);
    check(number(0x09, 8, Long.MIN_VALUE), "-9223372036854775808", Long.MIN_VALUE);
    check(
        number(0x09, 8, 1_000_000_000_000_000_000L),
        "1000000000000000000",
        1_000_000_000_000_000_000L);
    checkJson(number(0x0a, 8, -1), "18446744073709551615", "18446744073709551615");
    check(number(0x0a, 8, 0), "0", 0);
  }

  @Test
  void reals() {
    checkJson(number(0x0b, 4, Float.floatToIntBits(1.5f)), "1.5", "1.5");
    checkJson(number(0x0c, 8, Double.doubleToLongBits(-0.1)), "-0.1", "-0.1");
    check(number(0x0c, 8, Double.doubleToLongBits(Double.NaN)), "NaN", "NaN");
  }

  @Test
  void truth() {
    checkJson(number(0x0d, 4, 1), "true", "true");
    checkJson(number(0x0d, 4, 0), "false", "false");
  }

  @Test
  void bytesAndIdentifiers() {
    check(value(0x0e, new byte[] {0, 0x1f, (byte) 0xe2}), "001FE2", "");
    check(value(0x0f, Sample.guid(Samples.ACTIVITY)), "6B3DFF46-F4E6-4CDA-983B-76B101728AA5", "");
    check(
        value(0x13, Sample.sid(5, 21, 4_294_967_295L, 2, 3, 1001)),
        "S-1-5-21-4294967295-2-3-1001",
        "");
  }

  @Test
  void hexadecimal() {
    check(number(0x14, 4, 0), "0x0", "");
    check(number(0x14, 4, 0x80041003L), "0x80041003", "");
    check(number(0x15, 8, -1), "0xffffffffffffffff", "");
    check(number(0x10, 8, 0x10), "0x10", "");
    check(number(0x20, 8, 0xabc), "0xabc", "");
  }

  @Test
  void times() {
    check(number(0x11, 8, 0), "1601-01-01T00:00:00.000000Z", "");
    check(number(0x11, 8, Sample.fileTime(0, 19)), "1970-01-01T00:00:00.000001Z", "");
    check(number(0x11, 8, Sample.fileTime(951_782_400, 0)), "2000-02-29T00:00:00.000000Z", "");
    check(number(0x11, 8, Sample.fileTime(4_107_542_399L, 0)), "2100-02-28T23:59:59.000000Z", "");
    check(number(0x11, 8, Long.MAX_VALUE), "30828-09-14T02:48:05.477580Z", "");
    check(number(0x11, 8, -1), "18446744073709551615", "");
    check(numbers(0x12, 2, 2025, 11, 4, 27, 7, 40, 10, 165), "2025-11-27T07:40:10.165000Z", "");
  }

  @Test
  void valuesOfAWrongSizeAreBytes() {
    check(value(0x0f, new byte[] {1, 2}), "0102", "");
    check(value(0x11, new byte[] {1, 2, 3}), "010203", "");
    check(value(0x13, new byte[] {1, 5, 0, 0, 0, 0, 0, 5, 1}), "010500000000000501", "");
    check(value(0x08, new byte[] {1, 2, 3}), "010203", "");
    check(value(0x7f, new byte[] {9}), "09", "");
  }

  @Test
  void lists() {
    checkList(strings("a", "", "c"), "a", "", "c");
    checkList(value(0x82, new byte[] {'x', 0, 'y', 0}), "x", "y");
    checkList(numbers(0x83, 1, -1, 2), "-1", "2");
    checkList(numbers(0x88, 4, 80, 443), "80", "443");
    checkList(numbers(0x8a, 8, 1, -1), "1", "18446744073709551615");
    checkList(numbers(0x8c, 8, Double.doubleToLongBits(2.5), 0), "2.5", "0.0");
    checkList(numbers(0x8d, 4, 1, 0), "true", "false");
    checkList(
        value(0x8f, both(Sample.guid(Samples.ACTIVITY), new byte[16])),
        "6B3DFF46-F4E6-4CDA-983B-76B101728AA5",
        "00000000-0000-0000-0000-000000000000");
    checkList(numbers(0x90, 4, 1, 2, 3), "0x1", "0x2", "0x3");
    checkList(
        numbers(0x91, 8, 0, Sample.fileTime(0, 0)),
        "1601-01-01T00:00:00.000000Z",
        "1970-01-01T00:00:00.000000Z");
    checkList(
        value(0x93, both(Sample.sid(5, 18), Sample.sid(5, 32, 544))), "S-1-5-18", "S-1-5-32-544");
    checkList(numbers(0x94, 4, 1, 255), "0x1", "0xff");
    checkList(numbers(0x95, 8, 1, 255), "0x1", "0xff");
  }

  private static byte[] both(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  /// The value is this text in an event, and this number in JSON, or the same text.
  private static void check(Sample.Value value, String text, Object json) {
    checkJson(value, text, json instanceof Number ? json.toString() : quoted(text));
  }

  private static void checkJson(Sample.Value value, String text, String json) {
    Event event = Reading.of(file(value)).events().getFirst();
    assertThat(event.text("V0")).contains(text);
    assertThat(data(value).get("V0").toString()).isEqualTo(json);
  }

  private static void checkList(Sample.Value value, String... items) {
    List<String> fields = Reading.fields(Reading.of(file(value)).events().getFirst());
    List<String> texts =
        fields.stream()
            .filter(f -> f.startsWith("V0="))
            .map(f -> f.substring(3).replace(" (number)", "").replace(" (truth)", ""))
            .toList();
    assertThat(texts).containsExactly(items);
    JsonNode list = data(value).get("V0");
    assertThat(list.isArray()).isTrue();
    assertThat(list.valueStream().map(JsonNode::asString)).containsExactly(items);
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private static JsonNode data(Sample.Value value) {
    return Reading.json(file(value)).getFirst().at("/Event/EventData");
  }

  private static byte[] file(Sample.Value value) {
    return new EvtxWriter().record(Samples.record(1, Samples.data(value))).file();
  }
}
