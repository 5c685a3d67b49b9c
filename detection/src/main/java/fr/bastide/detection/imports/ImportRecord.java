package fr.bastide.detection.imports;

import java.time.Instant;
import java.util.List;

/// What is written down of an import, beside the rules.
///
/// @param source name of the folder or archive
/// @param version what the release said of itself
/// @param sha256 of paths and contents
/// @param at when it was imported
/// @param files how many rule files
/// @param rules how many rules compiled then
/// @param correlations how many correlations compiled then
/// @param refused how many did not
/// @param licences the licence files that are kept with it; may be none
public record ImportRecord(
    String source,
    String version,
    String sha256,
    Instant at,
    int files,
    int rules,
    int correlations,
    int refused,
    List<String> licences) {

  public ImportRecord {
    licences = List.copyOf(licences);
  }

  static ImportRecord of(RuleImport rules, Instant at) {
    return new ImportRecord(
        rules.source(),
        rules.version(),
        rules.sha256(),
        at,
        rules.library().files(),
        rules.library().book().rules().size(),
        rules.library().book().correlations().size(),
        rules.library().book().refusals().size(),
        rules.licences());
  }
}
