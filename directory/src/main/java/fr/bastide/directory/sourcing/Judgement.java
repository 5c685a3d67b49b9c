package fr.bastide.directory.sourcing;

import java.util.List;

/// What a policy says of an origin.
public sealed interface Judgement {

  /// It may be bought.
  ///
  /// @param rank how near it is: the farthest of its links; an unknown link is never near
  /// @param toAsk what must be asked before signing
  record Admitted(Rank rank, List<Ground.NotSaid> toAsk) implements Judgement {
    public Admitted {
      toAsk = List.copyOf(toAsk);
    }
  }

  /// It may not.
  ///
  /// @param grounds every reason, at least one
  record Refused(List<Ground> grounds) implements Judgement {
    public Refused {
      grounds = List.copyOf(grounds);
      if (grounds.isEmpty()) {
        throw new IllegalArgumentException("a refusal says why");
      }
    }
  }
}
