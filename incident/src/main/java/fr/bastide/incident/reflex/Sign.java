package fr.bastide.incident.reflex;

import fr.bastide.kernel.Text;

/// Something that anybody can see, in plain words.
///
/// @param id its name, such as `files-locked`
/// @param text what one sees
public record Sign(String id, Text text) {}
