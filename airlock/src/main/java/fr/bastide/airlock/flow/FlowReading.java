package fr.bastide.airlock.flow;

import fr.bastide.document.Finding;
import java.util.List;

/// What reading a flows file gives: flows with warnings, or errors alone.
public sealed interface FlowReading {

  /// What is to be said about the file, errors first.
  List<Finding> findings();

  /// @param findings warnings
  record Usable(Flows flows, List<Finding> findings) implements FlowReading {
    public Usable {
      findings = List.copyOf(findings);
    }
  }

  /// @param findings everything that is wrong, at least one error
  record Unusable(List<Finding> findings) implements FlowReading {
    public Unusable {
      findings = List.copyOf(findings);
    }
  }
}
