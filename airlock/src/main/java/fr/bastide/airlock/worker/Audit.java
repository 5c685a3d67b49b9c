package fr.bastide.airlock.worker;

import fr.bastide.airlock.Finding;
import java.util.List;

/// What a second process, with a parser that shares nothing with the writer, says of a rebuilt
/// file.
public sealed interface Audit {

  /// Nothing dangerous is left.
  record Clean() implements Audit {}

  /// Something is left, or the auditor could not read the file to its end: it does not leave.
  record Failed(List<Finding> remains) implements Audit {
    public Failed {
      remains = List.copyOf(remains);
    }
  }

  /// Nothing was rebuilt, so there was nothing to audit.
  record NotNeeded() implements Audit {}
}
