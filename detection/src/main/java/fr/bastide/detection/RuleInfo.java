package fr.bastide.detection;

import java.util.List;

/// What a rule says of itself (Sigma specification 2.1.0): everything but what it looks for.
///
/// @param id its UUID as written; made from its place when it has none, so never empty
/// @param name its short name for correlations; may be empty
/// @param title one line
/// @param description may be empty
/// @param author shown with every match, as the Detection Rule License 1.1 asks; may be empty
/// @param level [Level#MEDIUM] when not said
/// @param status as written; may be empty
/// @param date as written; may be empty
/// @param modified as written; may be empty
/// @param license as written; may be empty
/// @param tags as written, such as `attack.t1059.001`
/// @param references addresses
/// @param falsePositives what else may look like it
/// @param fields what to look at first in a match
/// @param place where it stands
public record RuleInfo(
    String id,
    String name,
    String title,
    String description,
    String author,
    Level level,
    String status,
    String date,
    String modified,
    String license,
    List<String> tags,
    List<String> references,
    List<String> falsePositives,
    List<String> fields,
    Place place) {

  public RuleInfo {
    tags = List.copyOf(tags);
    references = List.copyOf(references);
    falsePositives = List.copyOf(falsePositives);
    fields = List.copyOf(fields);
  }
}
