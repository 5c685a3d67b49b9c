package fr.bastide.assessment.file;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.internal.ReferentialReader;
import fr.bastide.document.Finding;
import java.nio.file.Path;
import java.util.List;

/// Reads a referential kept as a folder of YAML files: `referential.yaml`, `scale.yaml`,
/// `questions/<theme>.yaml` and `measures/<theme>.yaml`.
public final class Referentials {

  /// The largest file read, in bytes.
  public static final int MAX_BYTES = 2_000_000;

  private Referentials() {}

  /// What reading gives: a referential with warnings, or errors alone.
  public sealed interface Reading {

    /// What is to be said about the files, errors first.
    List<Finding> findings();

    /// It can be used.
    record Usable(Referential referential, List<Finding> findings) implements Reading {
      public Usable {
        findings = List.copyOf(findings);
      }
    }

    /// It cannot; nothing of it was used.
    record Refused(List<Finding> findings) implements Reading {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /// Reads the referential in this folder and checks all its rules and references; a file that is
  /// missing or cannot be read is a finding.
  public static Reading read(Path folder) {
    return ReferentialReader.read(folder);
  }
}
