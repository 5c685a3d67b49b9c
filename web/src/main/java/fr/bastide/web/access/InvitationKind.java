package fr.bastide.web.access;

/// What an invitation asks of the person.
public enum InvitationKind {
  /// A new account: a name and a password.
  NEW,
  /// The address has an account: one more hat, once its owner has signed in.
  KNOWN,
  /// A new password.
  PASSWORD
}
