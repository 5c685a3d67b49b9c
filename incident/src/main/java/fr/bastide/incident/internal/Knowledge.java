package fr.bastide.incident.internal;

import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.followup.FollowUpRules;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.rsit.Taxonomy;
import fr.bastide.incident.severity.SeverityScale;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// All that the engine knows, read from its resources once.
///
/// @param questionnaire what can be asked
/// @param obligations what the law asks
/// @param severity how grave it is
/// @param taxonomy what kind it is
/// @param followUps when to come back
public record Knowledge(
    Questionnaire questionnaire,
    ObligationBook obligations,
    SeverityScale severity,
    Taxonomy taxonomy,
    FollowUpRules followUps) {

  /// Where a piece of knowledge is read from.
  @FunctionalInterface
  public interface Source {
    /// The bytes of a file, if it is there.
    Optional<byte[]> bytes(String file) throws IOException;
  }

  private static final class Holder {
    static final Knowledge BUILTIN = load();

    private Holder() {}
  }

  /// What comes with Bastide.
  public static Knowledge builtin() {
    return Holder.BUILTIN;
  }

  private static Knowledge load() {
    Findings findings = new Findings("");
    try {
      Knowledge knowledge = new KnowledgeReader(Knowledge::resource, findings).read();
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return knowledge;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// Conditions over the questions that come with Bastide, for knowledge in files of its own.
  public static ConditionReader conditions() {
    try {
      return new KnowledgeReader(Knowledge::resource, new Findings("")).conditions();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// A file that comes with Bastide.
  public static Optional<byte[]> resource(String file) throws IOException {
    try (InputStream in = Knowledge.class.getResourceAsStream("/fr/bastide/incident/" + file)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}
