package fr.bastide.telemetry;

import fr.bastide.kernel.Text;

/// Something in the input that could not be read; what is around it was.
///
/// @param place where: a line number, a byte offset, a chunk, in words such as `line 12`
/// @param what what is wrong and what was lost, for a person
public record Trouble(String place, Text what) {}
