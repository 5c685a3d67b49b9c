package fr.bastide.directory.panel;

import java.util.List;

/// One reason for or against a provider, with its values: identifiers, ISO dates, cents,
/// kilometres; words of no language.
///
/// @param reason which one
/// @param values as many as the reason has parameters
public record Check(Reason reason, List<String> values) {

  public Check {
    values = List.copyOf(values);
    if (values.size() != reason.parameters().size()) {
      throw new IllegalArgumentException(reason + " has " + reason.parameters());
    }
  }

  /// This reason with these values.
  static Check of(Reason reason, Object... values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = String.valueOf(values[i]);
    }
    return new Check(reason, List.of(texts));
  }
}
