package fr.bastide.incident.message;

import fr.bastide.kernel.Text;

/// A kind of message.
///
/// @param id such as `residents`
/// @param audience to whom it speaks
/// @param name for people
/// @param purpose what it is for, in a sentence
public record MessageKind(String id, Audience audience, Text name, Text purpose) {}
