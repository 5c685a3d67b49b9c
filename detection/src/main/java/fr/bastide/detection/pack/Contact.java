package fr.bastide.detection.pack;

import fr.bastide.kernel.Text;
import java.util.Optional;

/// Somebody to call about an alert.
///
/// @param key how rules and levels name them, such as `regional`
/// @param name who they are
/// @param when for what they are called
/// @param number a telephone number, where it is the same for everybody; the others stand in the
///   settings of the installation or in the body's own crisis kit
/// @param page an address, where there is one
public record Contact(
    String key, Text name, Text when, Optional<String> number, Optional<String> page) {}
