package fr.bastide.telemetry.evtx;

import static fr.bastide.telemetry.evtx.EvtxWriter.HEADER;
import static fr.bastide.telemetry.evtx.Sample.element;
import static fr.bastide.telemetry.evtx.Sample.instance;
import static fr.bastide.telemetry.evtx.Sample.slot;
import static fr.bastide.telemetry.evtx.Sample.string;
import static fr.bastide.telemetry.evtx.Sample.template;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Files made to exhaust the reader.
class EvtxBombTest {

  @Test
  void elementsNestedWithoutEnd() {
    Sample.Element deep = element("E");
    for (int i = 0; i < 1_000; i++) {
      deep = element("E", deep);
    }
    refused(new EvtxWriter().record(instance(template(deep))).file(), "nested too deeply");
  }

  @Test
  void valuesNestedWithoutEnd() {
    Sample.Template shell = template(element("S", slot(0)));
    Sample.Node deep = instance(shell, string("x"));
    for (int i = 0; i < 200; i++) {
      deep = instance(shell, new Sample.Nested(deep));
    }
    refused(new EvtxWriter().record(deep).file(), "nested too deeply");
  }

  @Test
  void templatesThatHoldThemselves() {
    Sample.Template inner = template(element("Inner"));
    Sample.Node two = instance(inner);
    Sample.Template outer = template(element("Outer", two, two, two, two));
    byte[] file = new EvtxWriter().record(instance(outer)).file();
    int outerAt = 512 + 24 + 4 + 10;
    ByteBuffer chunk = EvtxWriter.little(file).slice(HEADER, EvtxWriter.CHUNK);
    chunk.order(ByteOrder.LITTLE_ENDIAN);
    int patched = 0;
    for (int at = outerAt + 24; at < 2_000; at++) {
      // every later instance of the inner template, by its offset in the first one
      if (chunk.get(at) == 0x0c && chunk.get(at + 1) == 0x01 && chunk.getInt(at + 6) < at) {
        chunk.putInt(at + 6, outerAt);
        patched++;
      }
    }
    assertThat(patched).isEqualTo(3);
    EvtxWriter.sealChunk(file, HEADER);
    refused(file, "nested too deeply");
  }

  @Test
  void templatesThatMultiply() {
    Sample.Node node = instance(template(element("Leaf")));
    for (int level = 0; level < 12; level++) {
      Sample.Element fan = element("Fan" + level);
      for (int i = 0; i < 16; i++) {
        fan = fan.and(node);
      }
      node = instance(template(fan));
    }
    refused(new EvtxWriter().record(node).file(), "far too large");
  }

  @Test
  void oneValueShownAThousandTimes() {
    Sample.Element many = element("EventData");
    for (int i = 0; i < 1_000; i++) {
      many = many.and(element("Data", slot(0)));
    }
    refused(
        new EvtxWriter().record(instance(template(many), string("x".repeat(10_000)))).file(),
        "far too large");
  }

  @Test
  void aHugeTemplateForThousandsOfSmallRecords() {
    Sample.Element many = element("EventData");
    for (int i = 0; i < 1_500; i++) {
      many = many.and(element("D", slot(0), slot(0)));
    }
    Sample.Instance small = instance(template(many), string("0123456789012345678"));
    EvtxWriter writer = new EvtxWriter();
    for (int i = 0; i < 300; i++) {
      writer.record(small);
    }
    byte[] file = writer.file();
    Reading reading =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.of(file));
    assertThat(reading.events()).hasSizeLessThan(300);
    assertThat(reading.troubles()).isNotEmpty();
  }

  @Test
  void namesAsLongAsTheyCanBe() {
    Sample.Element deep = element("N".repeat(500), Sample.text("x"));
    deep = element("UserData", element("W", element("M".repeat(500), deep)));
    refused(new EvtxWriter().record(instance(template(deep))).file(), "nested too deeply");
    refused(new EvtxWriter().record(element("N".repeat(513))).file(), "name");
  }

  @Test
  void randomBytes() {
    SplittableRandom random = new SplittableRandom(20_260_101);
    for (int i = 0; i < 20; i++) {
      byte[] bytes = new byte[random.nextInt(200_000)];
      random.nextBytes(bytes);
      Reading reading = Reading.of(bytes);
      assertThat(reading.events()).isEmpty();
      assertThat(reading.troubles()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void randomRecordsInASoundChunk() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100; i++) {
      byte[] file = Arrays.copyOf(Samples.file(1).file(), HEADER + EvtxWriter.CHUNK);
      int at = HEADER + 512;
      ByteBuffer buffer = EvtxWriter.little(file);
      while (at < HEADER + 60_000) {
        int size = 28 + random.nextInt(400);
        for (int j = at + 24; j < at + size; j++) {
          file[j] = (byte) (random.nextInt(3) == 0 ? random.nextInt(16) : random.nextInt(256));
        }
        buffer.putInt(at, 0x2a2a).putInt(at + 4, size).putInt(at + size - 4, size);
        at += size;
      }
      buffer.putInt(HEADER + 48, at - HEADER);
      EvtxWriter.sealChunk(file, HEADER);
      Reading.of(file);
      Reading.withSlack(file);
      Reading.json(file);
    }
  }

  /// No event comes of the file, quickly, and the reason is told; nor does JSON.
  private static void refused(byte[] file, String why) {
    Reading reading =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.of(file));
    assertThat(reading.events()).extracting(Event::size).isEmpty();
    assertThat(reading.troubles()).hasSize(1);
    assertThat(reading.troubles().getFirst().what().en()).contains(why);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.json(file));
  }
}
