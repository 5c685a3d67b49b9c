package fr.bastide.web.body;

/// An invitation that has just left.
///
/// @param email to whom
/// @param link the link, shown this once
public record SentInvitation(String email, String link) {}
