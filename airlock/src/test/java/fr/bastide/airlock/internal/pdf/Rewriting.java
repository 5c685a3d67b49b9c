package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import org.apache.pdfbox.cos.COSDictionary;

/// Writes content anew outside any document.
final class Rewriting {

  private Rewriting() {}

  static byte[] content(byte[] content) {
    Rebuild rebuild = new Rebuild(new Bench(), new COSDictionary());
    try {
      return new ContentRewriter(rebuild, content, new COSDictionary()).rewrite();
    } catch (RefusedException refused) {
      return new byte[0];
    }
  }

  static byte[] map(byte[] map) {
    try {
      return CharacterMap.rebuilt(map);
    } catch (RefusedException refused) {
      return new byte[0];
    }
  }

  private static final class Bench implements Workbench {

    private final Policy policy = Policies.named("standard");
    private long yielded;

    @Override
    public Policy policy() {
      return policy;
    }

    @Override
    public void yielded(long bytes) {
      yielded += bytes;
      if (yielded > policy.limits().inflated()) {
        throw new RefusedException(Reason.BOMB, "");
      }
    }

    @Override
    public void parts(int count) {}

    @Override
    public Outcome pass(Content inner) {
      return new Outcome.Refused(Reason.TOO_DEEP);
    }
  }
}
