package fr.bastide.assessment;

import java.util.Optional;

/// What a body answers to one question. A question without an answer counts as [Unknown].
public sealed interface Answer {

  /// One of the question's choices.
  ///
  /// @param choice the identifier of the choice
  /// @param evidence what stands behind it
  record Given(String choice, Evidence evidence) implements Answer {}

  /// *I don't know*: counts at its worst, never better than the worst choice.
  record Unknown() implements Answer {}

  /// The question has no object here. It counts as [Unknown] until a second person accepted it, and
  /// from then on as nothing to protect.
  ///
  /// @param reason why, in the words of whoever answered; never blank
  /// @param acceptedBy the second person, when there is one
  record NotApplicable(String reason, Optional<String> acceptedBy) implements Answer {

    public NotApplicable {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("'not applicable' needs a reason");
      }
    }
  }

  /// The one unknown answer.
  Answer UNKNOWN = new Unknown();

  /// A choice with words only behind it.
  static Answer declared(String choice) {
    return new Given(choice, Evidence.DECLARED);
  }
}
