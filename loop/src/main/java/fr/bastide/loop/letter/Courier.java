package fr.bastide.loop.letter;

/// Carries one letter out of the house. Port.
public interface Courier {

  /// Hands the letter over to the mail server.
  ///
  /// @throws CourierException when the server did not take it; it will be tried again
  void carry(Letter letter);
}
