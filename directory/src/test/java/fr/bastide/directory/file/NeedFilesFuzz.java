package fr.bastide.directory.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.directory.Directory;
import fr.bastide.directory.DirectoryException;
import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Ledger;
import fr.bastide.directory.panel.Need;
import fr.bastide.directory.sample.SampleDirectory;
import fr.bastide.directory.sourcing.BodyPolicy;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.nio.charset.StandardCharsets;

/// Hostile needs and policies: whatever the bytes, findings or a value one can draw with.
class NeedFilesFuzz {

  private static final Directory PROVIDERS = SampleDirectory.territory(1, 20, Small.DAY);

  @FuzzTest(maxDuration = "60s")
  void needs(byte[] bytes) {
    if (NeedFiles.read(bytes, Vocabulary.builtin()) instanceof Reading.Usable<Need> usable) {
      draw(usable.value(), SourcingPolicy.builtin());
    }
  }

  @FuzzTest(maxDuration = "60s")
  void policies(byte[] bytes) {
    if (PolicyFiles.read(bytes) instanceof Reading.Usable<SourcingPolicy> usable) {
      draw(Small.need(), usable.value());
    }
    if (PolicyFiles.readBody(bytes) instanceof Reading.Usable<BodyPolicy> usable) {
      SourcingPolicy.builtin().with(usable.value());
    }
  }

  private static void draw(Need need, SourcingPolicy policy) {
    try {
      Draw draw = Draw.of(need, PROVIDERS, policy, 1, Ledger.EMPTY);
      byte[] record = DrawFiles.json(draw).getBytes(StandardCharsets.UTF_8);
      if (!(DrawFiles.replay(record) instanceof Reading.Usable<Draw>)) {
        throw new AssertionError("not replayed: " + new String(record, StandardCharsets.UTF_8));
      }
    } catch (DirectoryException notYet) {
      if (!need.date().isBefore(policy.inForce())) {
        throw notYet;
      }
    }
  }
}
