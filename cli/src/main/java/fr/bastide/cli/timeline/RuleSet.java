package fr.bastide.cli.timeline;

/// The rules that were run.
///
/// @param name what was asked for, such as `builtin` or the paths
/// @param version the version of the pack, or a SHA-256 over the rule files
/// @param rules how many rules ran
/// @param correlations how many correlations ran
/// @param refused how many were not taken
/// @param retired how many were left out because their author retired them
public record RuleSet(
    String name, String version, int rules, int correlations, int refused, int retired) {}
