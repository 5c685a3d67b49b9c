package fr.bastide.incident;

/// One answer to a question, with who gave it. Several claims about one question may contradict
/// each other; they stand side by side.
///
/// @param value what is claimed
/// @param source who says so; empty when nobody noted it
/// @param reliability how far this source can be relied on
/// @param credibility how credible this very piece is, 1 (confirmed) to 5 (improbable), 6 when it
///   cannot be judged: the figures of the NATO (Admiralty) system
public record Claim(Value value, String source, Reliability reliability, int credibility) {

  public Claim {
    if (credibility < 1 || credibility > 6) {
      throw new IllegalArgumentException("credibility is a figure from 1 to 6");
    }
  }

  /// A claim whose source nobody has judged.
  public static Claim of(Value value) {
    return new Claim(value, "", Reliability.F, 6);
  }

  /// Whether the law must reckon with it: neither an unreliable source nor improbable. What nobody
  /// has judged is credible.
  public boolean credible() {
    return reliability != Reliability.E && credibility != 5;
  }
}
