package fr.bastide.loop.territory;

/// A French departement: what tells homonyms apart (*Saint-Martin, Gers*).
///
/// @param code its code in the official geographic code of INSEE: `09`, `2A`, `974`
/// @param name its official name, in French
/// @param region the code of its region
public record Departement(String code, String name, String region) {}
