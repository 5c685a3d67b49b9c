package fr.bastide.post.crossing;

/// Finds out what can be proved about a message before it is accepted.
@FunctionalInterface
interface MailProof {

  /// The same message with what was proved; never throws for what is in it.
  ArrivedMail prove(ArrivedMail mail);
}
