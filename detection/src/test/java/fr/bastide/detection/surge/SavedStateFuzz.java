package fr.bastide.detection.surge;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.detection.DetectionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;

/// Saved states of any content, their sum put right so that the content is looked at: taken or
/// refused, and what was taken can be worked with and saved again.
class SavedStateFuzz {

  private static final long SURGES = 0x4241_5354_5355_5247L;
  private static final long SERIES = 0x4241_5354_5345_5249L;
  private static final long STRIKES = 0x4241_5354_5445_5252L;

  @FuzzTest(maxDuration = "30s")
  void surges(byte[] content) throws IOException {
    SurgeWatch watch = new SurgeWatch(SurgeLimits.standard(), _ -> {}, _ -> {});
    try {
      watch.restore(framed(SURGES, content));
    } catch (DetectionException _) {
      return;
    }
    for (int i = 0; i < 3; i++) {
      watch.count("t", "s", 86_400_000_000L * i, 100);
      watch.advance(86_400_000_000L * i);
    }
    watch.save(new ByteArrayOutputStream());
  }

  @FuzzTest(maxDuration = "30s")
  void strikes(byte[] content) throws IOException {
    TerritoryWatch watch = new TerritoryWatch(TerritoryLimits.standard(), _ -> {}, _ -> {});
    try {
      watch.restore(framed(STRIKES, content));
    } catch (DetectionException _) {
      return;
    }
    watch.advance(86_400_000_000L);
    watch.save(new ByteArrayOutputStream());
  }

  @FuzzTest(maxDuration = "30s")
  void series(byte[] content) throws IOException {
    SeriesWatch watch = new SeriesWatch();
    try {
      watch.restore(framed(SERIES, content));
    } catch (DetectionException _) {
      return;
    }
    for (int i = 0; i < 200; i++) {
      double score = watch.next(600_000_000L * i, i % 11 == 0 ? 1e6 : i);
      if (!(score >= 0 && score <= 1)) {
        throw new AssertionError("score " + score);
      }
    }
    watch.save(new ByteArrayOutputStream());
  }

  private static ByteArrayInputStream framed(long magic, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(magic);
    out.writeInt(1);
    out.writeInt(content.length);
    out.write(content);
    out.writeLong(sum.getValue());
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
