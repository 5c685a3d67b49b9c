package fr.bastide.web.body;

import java.util.Optional;

/// An invitation that has just left.
///
/// @param email to whom
/// @param link the link, shown this once; empty when it leaves by mail, to that address alone
public record SentInvitation(String email, Optional<String> link) {}
