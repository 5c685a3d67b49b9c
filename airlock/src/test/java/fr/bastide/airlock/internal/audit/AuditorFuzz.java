package fr.bastide.airlock.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import java.util.Arrays;

class AuditorFuzz {

  private static final Policy STANDARD = Policies.named("standard");

  /// The first byte chooses the kind; the auditor answers for any bytes.
  @FuzzTest(maxDuration = "30s")
  void alwaysAnswers(byte[] data) {
    if (data.length == 0) {
      return;
    }
    ContentType[] types = ContentType.values();
    ContentType type = types[(data[0] & 0xff) % types.length];
    byte[] bytes = Arrays.copyOfRange(data, 1, data.length);
    assertThat(Auditor.remains(bytes, type, STANDARD)).isNotNull();
  }
}
