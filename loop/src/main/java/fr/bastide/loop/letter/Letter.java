package fr.bastide.loop.letter;

import fr.bastide.kernel.Language;
import java.time.Instant;
import java.util.UUID;

/// A plain-text mail to one person.
///
/// @param id its identifier; also the mail's `Message-ID`, so that a mail sent twice is seen once
/// @param to the address
/// @param language in which it is written
/// @param subject still makes sense in a list of fifty
/// @param text the whole, plain, with one link at most
/// @param at when it was queued
public record Letter(
    UUID id, String to, Language language, String subject, String text, Instant at) {}
