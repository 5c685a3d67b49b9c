package fr.bastide.loop.journal;

/// An event at its place in the chain.
///
/// @param sequence 1, 2, 3… without a gap
/// @param event what was done
/// @param seal the keyed hash over the previous seal and this entry, 64 hexadecimal digits
public record JournalEntry(long sequence, JournalEvent event, String seal) {}
