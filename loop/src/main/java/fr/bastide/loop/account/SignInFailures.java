package fr.bastide.loop.account;

import java.time.Instant;

/// Counts failed attempts to sign in, by key (an address of mail, an address of the network). Port.
public interface SignInFailures {

  /// What is known of one key.
  ///
  /// @param count failures in a row
  /// @param last when the last one was
  record Failures(int count, Instant last) {}

  /// The failures of a key; none is zero at the epoch.
  Failures of(String key);

  /// Counts one more failure.
  void failed(String key, Instant at);

  /// Forgets the failures of a key.
  void clear(String key);
}
