package fr.bastide.airlock.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class ReceiptCheckFuzz {

  /// Nobody without the key makes a genuine receipt.
  @FuzzTest(maxDuration = "20s")
  void anyTextIsJudged(byte[] data) {
    assertThat(ReceiptCheck.check(new String(data, StandardCharsets.UTF_8)))
        .isNotInstanceOf(Verdict.Genuine.class);
  }
}
