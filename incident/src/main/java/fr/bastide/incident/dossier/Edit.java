package fr.bastide.incident.dossier;

/// What a person wrote in the place of a block.
///
/// @param block the identifier of the block
/// @param before what the block said when the person wrote, as [Block#plain] gives it
/// @param text what the person wrote; an empty one leaves the block out
public record Edit(String block, String before, String text) {}
