package fr.bastide.loop.journal;

/// The last place of the chain at some moment, kept outside the database: with it a truncated
/// journal is found out.
///
/// @param sequence the last sequence, 0 when the journal is empty
/// @param seal its seal, [JournalChain#GENESIS] when the journal is empty
public record JournalHead(long sequence, String seal) {}
