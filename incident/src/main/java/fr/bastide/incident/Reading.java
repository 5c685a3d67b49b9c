package fr.bastide.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One consistent way of reading the facts: at most one claim for each question.
///
/// @param claims the claim believed, by question; a question that is not there is unknown
public record Reading(Map<String, Claim> claims) {

  public Reading {
    claims = Map.copyOf(claims);
  }

  /// The claim believed about a question.
  public Optional<Claim> claim(String question) {
    return Optional.ofNullable(claims.get(question));
  }

  /// The answer to a question.
  public Optional<Value> value(String question) {
    return claim(question).map(Claim::value);
  }

  /// The answer to a question about time.
  public Optional<Instant> instant(String question) {
    return value(question)
        .filter(Value.Moment.class::isInstance)
        .map(value -> ((Value.Moment) value).instant());
  }

  /// The first instant among the answers of a group of questions, if there is any.
  public Optional<Instant> earliest(String group) {
    return claims.keySet().stream()
        .filter(question -> question.startsWith(group + "."))
        .flatMap(question -> instant(question).stream())
        .min(Instant::compareTo);
  }
}
