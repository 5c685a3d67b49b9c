package fr.bastide.directory.file;

import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import java.util.List;
import java.util.Optional;

/// What reading a file gives: something that can be used, with warnings, or errors alone.
///
/// @param <T> what the file holds
public sealed interface Reading<T> {

  /// What is to be said about the file, errors first, in the order of the lines.
  List<Finding> findings();

  /// The value with its warnings, or nothing of it when there is any error.
  ///
  /// @param <T> what the file holds
  static <T> Reading<T> of(Optional<T> value, Findings findings) {
    return value.isPresent() && !findings.anyError()
        ? new Usable<>(value.get(), findings.sorted())
        : new Refused<>(findings.sorted());
  }

  /// It can be used.
  ///
  /// @param <T> what the file holds
  /// @param value what it says
  /// @param findings warnings
  record Usable<T>(T value, List<Finding> findings) implements Reading<T> {
    public Usable {
      findings = List.copyOf(findings);
    }
  }

  /// It cannot; nothing of it was used.
  ///
  /// @param <T> what the file was to hold
  /// @param findings everything that is wrong, at least one error
  record Refused<T>(List<Finding> findings) implements Reading<T> {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
