package fr.bastide.loop.territory;

/// A French region, or an overseas collectivity, which the official division lists beside them.
///
/// @param code its code in the official geographic code of INSEE: two digits (`76`), three for an
///   overseas collectivity (`987`)
/// @param name its official name, in French
public record Region(String code, String name) {}
