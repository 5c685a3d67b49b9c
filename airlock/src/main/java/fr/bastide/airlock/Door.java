package fr.bastide.airlock;

import fr.bastide.airlock.internal.DeclaredKinds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The one way through: finds what a file is, hands it to the disarmer for that kind, and refuses
/// what no disarmer knows.
///
/// It runs in the worker; memory and process bounds are the parent's.
public final class Door {

  private final Map<ContentType, Disarmer> disarmers = new EnumMap<>(ContentType.class);

  /// A door with these disarmers.
  ///
  /// @throws IllegalArgumentException when two of them claim one kind
  public Door(List<Disarmer> disarmers) {
    for (Disarmer disarmer : disarmers) {
      for (ContentType type : disarmer.types()) {
        if (this.disarmers.put(type, disarmer) != null) {
          throw new IllegalArgumentException("two disarmers for " + type);
        }
      }
    }
  }

  /// One file from outside, rebuilt or refused; never throws for what is in the file.
  public Outcome pass(Content content, Policy policy) {
    return new Bench(policy, System.nanoTime()).pass(content);
  }

  private Outcome disarm(Content content, Bench bench) {
    if (content.size() == 0) {
      return new Outcome.Refused(Reason.EMPTY);
    }
    if (content.size() > bench.policy().limits().bytes()) {
      return new Outcome.Refused(Reason.TOO_LARGE);
    }
    try {
      ContentType type = ContentTypes.find(content);
      Disarmer disarmer = disarmers.get(type);
      return disarmer == null
          ? new Outcome.Refused(Reason.UNKNOWN_KIND)
          : unmasked(content, type, disarmer.disarm(content, type, bench));
    } catch (RefusedException refused) {
      return refused.outcome();
    } catch (StackOverflowError tooDeep) {
      return new Outcome.Refused(Reason.TOO_DEEP);
    }
  }

  /// Tells first, of a file that leaves, that its name announced something else.
  private static Outcome unmasked(Content content, ContentType type, Outcome outcome) {
    if (!(outcome instanceof Outcome.Rebuilt rebuilt) || !DeclaredKinds.contradict(content, type)) {
      return outcome;
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(Threat.DISGUISED_TYPE, type.extension()));
    findings.addAll(rebuilt.findings());
    return new Outcome.Rebuilt(rebuilt.content(), rebuilt.type(), findings);
  }

  /// The budget of one item, shared by all files within it.
  private final class Bench implements Workbench {

    private final Policy policy;
    private final long start;
    private long yielded;
    private int parts;
    private int depth;

    Bench(Policy policy, long start) {
      this.policy = policy;
      this.start = start;
    }

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
      checkTime();
    }

    @Override
    public void parts(int count) {
      parts += count;
      if (parts > policy.limits().parts()) {
        throw new RefusedException(Reason.TOO_MANY_PARTS, "");
      }
      checkTime();
    }

    private void checkTime() {
      if (System.nanoTime() - start > policy.limits().seconds() * 1_000_000_000L) {
        throw new RefusedException(Reason.TIME_OUT, "");
      }
    }

    @Override
    public Outcome pass(Content inner) {
      if (depth >= policy.limits().depth()) {
        return new Outcome.Refused(Reason.TOO_DEEP);
      }
      depth++;
      try {
        return disarm(inner, this);
      } finally {
        depth--;
      }
    }
  }
}
