package fr.bastide.loop.intake;

/// How far a folder of a mailbox is read (RFC 9051, 2.3.1.1).
///
/// @param uidValidity the validity of its identifiers; another one means other mails
/// @param lastUid the identifier of the last mail that was taken in; 0 for none
public record MailPosition(long uidValidity, long lastUid) {}
