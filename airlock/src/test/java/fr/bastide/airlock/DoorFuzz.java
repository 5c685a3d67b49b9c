package fr.bastide.airlock;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.internal.audit.Auditor;
import java.util.Arrays;

class DoorFuzz {

  private static final Door DOOR = new Door(Disarmers.all());

  /// Whatever a file is and is called, it is refused, or the second audit finds nothing in what
  /// leaves.
  @FuzzTest(maxDuration = "20s")
  void anyFileIsRefusedOrLeavesClean(byte[] data) {
    int kind = data.length == 0 ? 0 : data[0] & 0xff;
    ContentType[] kinds = ContentType.values();
    String name = "a." + kinds[kind % kinds.length].extension();
    Policy policy = Policies.named(Policies.NAMES.get(kind % Policies.NAMES.size()));
    Content content =
        Content.of(name, Arrays.copyOfRange(data, Math.min(1, data.length), data.length));
    if (DOOR.pass(content, policy) instanceof Outcome.Rebuilt rebuilt) {
      assertThat(Auditor.remains(rebuilt.content().bytes(), rebuilt.type(), policy)).isEmpty();
    }
  }
}
