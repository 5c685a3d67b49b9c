package fr.bastide.incident.reflex;

import java.net.URI;

/// A document in which a card is grounded; the words of the card are its own.
///
/// @param id its name here, such as `rfx-001`
/// @param title its title, with the identifier that the publisher gave it
/// @param publisher who published it
/// @param address where it is
public record Source(String id, String title, String publisher, URI address) {}
