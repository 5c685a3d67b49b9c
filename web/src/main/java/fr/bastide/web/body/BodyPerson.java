package fr.bastide.web.body;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.BodyRole;
import java.util.Optional;
import java.util.Set;

/// Somebody who works for the body.
///
/// @param id the account
/// @param name how to name the person
/// @param email where to write; empty when whoever looks need not know
/// @param roles what the person is here
/// @param self whether it is whoever looks
public record BodyPerson(
    AccountId id, String name, Optional<String> email, Set<BodyRole> roles, boolean self) {}
