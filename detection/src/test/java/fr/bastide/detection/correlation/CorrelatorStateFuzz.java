package fr.bastide.detection.correlation;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.detection.Correlation;
import fr.bastide.detection.Correlation.Kind;
import fr.bastide.detection.DetectionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Saved states of any content, their sum put right so that the content is looked at: taken or
/// refused, and what was taken can be worked with and saved again.
class CorrelatorStateFuzz {

  /// One of each kind, all grouped by user.
  static List<Correlation> correlations() {
    List<Correlation> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      boolean temporal = kind == Kind.TEMPORAL || kind == Kind.TEMPORAL_ORDERED;
      String field = temporal || kind == Kind.EVENT_COUNT ? "" : "size";
      Correlation plain =
          Samples.correlation(kind.name(), kind, List.of("r0", "r1"), List.of("user"), 60, field);
      all.add(temporal ? plain : Samples.with(plain, Samples.atLeast("3")));
    }
    return all;
  }

  @FuzzTest(maxDuration = "60s")
  void restore(byte[] content) throws IOException {
    Samples samples = new Samples();
    Correlator correlator =
        new Correlator(
            samples.names, samples.origins, correlations(), Bounds.standard(), _ -> {}, _ -> {});
    try {
      correlator.restore(summed(content));
    } catch (DetectionException _) {
      return;
    }
    for (int i = 0; i < 5; i++) {
      correlator.match(
          samples.event("t", i * Samples.SECOND, "user", "a", "size", "1"),
          List.of(Samples.rule("r0"), Samples.rule("r1")));
    }
    correlator.save(new ByteArrayOutputStream());
    correlator.finish();
  }

  private static ByteArrayInputStream summed(byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(content);
    out.writeLong(sum.getValue());
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
