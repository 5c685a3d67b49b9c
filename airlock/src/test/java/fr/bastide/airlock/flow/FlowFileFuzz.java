package fr.bastide.airlock.flow;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

/// Hostile flows files: whatever the bytes, findings or flows; and flows that were accepted can be
/// asked everything.
class FlowFileFuzz {

  @FuzzTest(maxDuration = "30s")
  void neverThrows(byte[] bytes) {
    switch (FlowFile.read(bytes)) {
      case FlowReading.Unusable unusable -> {
        if (unusable.findings().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
      }
      case FlowReading.Usable usable -> works(usable.flows());
    }
  }

  private static void works(Flows flows) {
    for (Flow flow : flows.flows()) {
      if (flow.quota().largest() <= 0 || flow.retention().isZero() || flow.returns() < 1) {
        throw new AssertionError("bounds of " + flow);
      }
      flow.policy();
      AttackMode.told(flow, flows);
    }
    for (FlowUser user : flows.users()) {
      AttackMode.begin(Standing.EMPTY, flows, user.id(), "", Instant.EPOCH);
    }
  }
}
