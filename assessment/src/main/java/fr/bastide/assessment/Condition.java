package fr.bastide.assessment;

/// When a question is asked, and what it counts when it is not. Both forms keep the score monotone:
/// see `docs/adr` on the score.
public sealed interface Condition {

  /// The identifier of the question it looks at; of the same or a shallower depth.
  String question();

  /// The identifier of the choice that opens the question.
  String choice();

  /// Asked only when the other question is answered with `choice` **or better**: without it there
  /// is nothing to refine, and the question counts at its worst. *Is the backup restored for a
  /// test?* is asked of who has a backup.
  record Requires(String question, String choice) implements Condition {}

  /// Asked only when the other question is answered with `choice` **or worse**: the body is
  /// exposed. Otherwise there is nothing to protect, and the question counts at its best. *Are the
  /// controllers on a network of their own?* is asked of who has controllers.
  record Exposed(String question, String choice) implements Condition {}
}
