package fr.bastide.telemetry;

/// What kind of log an event stands in, in the three words of the Sigma taxonomy.
///
/// @param product the system, such as `windows`; empty when not said
/// @param category what is told, such as `process_creation`; empty when not said
/// @param service the log that tells it, such as `security`; empty when not said
/// @see <a
///   href="https://sigmahq.io/sigma-specification/specification/sigma-appendix-taxonomy.html">Sigma
///   taxonomy</a>
public record Logsource(String product, String category, String service) {

  /// Says nothing: a rule with this logsource looks at every event.
  public static final Logsource ANY = new Logsource("", "", "");

  /// Whether every word this logsource says is said by the other: a rule's against an event's.
  public boolean covers(Logsource other) {
    return (product.isEmpty() || product.equals(other.product))
        && (category.isEmpty() || category.equals(other.category))
        && (service.isEmpty() || service.equals(other.service));
  }

  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    for (String word : new String[] {product, category, service}) {
      words.append(words.isEmpty() || word.isEmpty() ? "" : "/").append(word);
    }
    return words.isEmpty() ? "any" : words.toString();
  }
}
