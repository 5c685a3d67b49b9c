package fr.bastide.detection.internal.correlation;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/// Writes the state of an engine as [Format] has it.
final class StateWriter {

  private final Engine engine;

  StateWriter(Engine engine) {
    this.engine = engine;
  }

  void write(OutputStream output) throws IOException {
    CRC32 sum = new CRC32();
    DataOutputStream out =
        new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(output), sum));
    out.writeLong(Format.MAGIC);
    out.writeInt(Format.VERSION);
    out.writeLong(engine.seed);
    out.writeLong(engine.telling.numbers());
    out.writeLong(engine.now());
    out.writeInt(engine.store.clocks.size());
    for (Map.Entry<String, long[]> clock : engine.store.clocks.entrySet()) {
      text(out, clock.getKey());
      out.writeLong(clock.getValue()[0]);
    }
    evidence(out);
    out.writeInt(engine.store.plans.size());
    for (Plan plan : engine.store.plans.values()) {
      plan(out, plan);
    }
    out.writeLong(sum.getValue());
    out.flush();
  }

  private void evidence(DataOutputStream out) throws IOException {
    Evidence evidence = engine.evidence;
    out.writeLong(evidence.first());
    out.writeInt((int) (evidence.next() - evidence.first()));
    for (long number = evidence.first(); number < evidence.next(); number++) {
      var event = evidence.get(number);
      if (event != null) {
        SavedEvent.write(out, event);
      }
    }
  }

  private static void plan(DataOutputStream out, Plan plan) throws IOException {
    text(out, plan.correlation.info().id());
    bytes(out, Plan.definition(plan.correlation));
    out.writeInt(plan.lanes.size());
    for (Lane lane : plan.lanes.values()) {
      text(out, lane.tenant);
      out.writeInt(lane.size);
      for (Group group = lane.oldest; group != null; group = group.newer) {
        group(out, group);
      }
    }
  }

  private static void group(DataOutputStream out, Group group) throws IOException {
    bytes(out, group.key);
    bytes(out, group.shown);
    out.writeInt(group.lateRun);
    out.writeLong(group.episode);
    out.writeLong(group.low);
    out.writeLong(group.high);
    out.writeLong(group.count);
    out.writeLong(group.told);
    longs(out, group.evidence);
    longs(out, group.cells());
  }

  private static void longs(DataOutputStream out, long[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
