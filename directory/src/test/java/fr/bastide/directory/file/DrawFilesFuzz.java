package fr.bastide.directory.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Hostile draws: whatever the bytes, a refusal, or a draw that is written as it was read and
/// counts in a ledger.
class DrawFilesFuzz {

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) {
    switch (DrawFiles.replay(bytes)) {
      case Reading.Refused<Draw> refused -> {
        if (refused.findings().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
      }
      case Reading.Usable<Draw> usable -> {
        byte[] written = DrawFiles.json(usable.value()).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(written, bytes)) {
          throw new AssertionError("altered and accepted");
        }
        Ledger.of(List.of(usable.value()));
      }
    }
  }
}
