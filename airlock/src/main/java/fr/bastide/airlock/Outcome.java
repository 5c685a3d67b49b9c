package fr.bastide.airlock;

import java.util.List;

/// What became of a file at the door: rebuilt, or refused. There is no third way: nothing is copied
/// through.
public sealed interface Outcome {

  /// A new file, made from what was understood.
  ///
  /// @param content the new file, under the name it leaves with
  /// @param type what the new file is
  /// @param findings what was taken out or changed, in the order met; empty when nothing was
  record Rebuilt(Content content, ContentType type, List<Finding> findings) implements Outcome {
    public Rebuilt {
      findings = List.copyOf(findings);
    }
  }

  /// Nothing leaves.
  ///
  /// @param reason why
  /// @param where the place, as in [Finding#where()]; may be empty
  record Refused(Reason reason, String where) implements Outcome {
    public Refused(Reason reason) {
      this(reason, "");
    }
  }
}
