package fr.bastide.airlock;

import fr.bastide.airlock.internal.Resources;
import fr.bastide.kernel.Text;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The words for people about threats and refusals, from `threats.yaml` and `reasons.yaml`.
public final class Words {

  /// @param name what it is, a noun phrase
  /// @param danger why it is dangerous, one sentence
  public record OfThreat(Text name, Text danger) {}

  /// @param what what is wrong, one sentence
  /// @param ask what to ask of the sender, one sentence
  public record OfReason(Text what, Text ask) {}

  private static final Map<Threat, OfThreat> THREATS = threats();
  private static final Map<Reason, OfReason> REASONS = reasons();

  private Words() {}

  public static OfThreat of(Threat threat) {
    return Objects.requireNonNull(THREATS.get(threat));
  }

  public static OfReason of(Reason reason) {
    return Objects.requireNonNull(REASONS.get(reason));
  }

  private static Map<Threat, OfThreat> threats() {
    Map<String, Object> data = Resources.mapping("threats.yaml", "threats");
    Map<Threat, OfThreat> words = new EnumMap<>(Threat.class);
    for (Threat threat : Threat.values()) {
      Map<String, Object> entry = Resources.mapping(data, id(threat));
      words.put(threat, new OfThreat(text(entry, "name"), text(entry, "danger")));
    }
    return words;
  }

  private static Map<Reason, OfReason> reasons() {
    Map<String, Object> data = Resources.mapping("reasons.yaml", "reasons");
    Map<Reason, OfReason> words = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      Map<String, Object> entry = Resources.mapping(data, id(reason));
      words.put(reason, new OfReason(text(entry, "what"), text(entry, "ask")));
    }
    return words;
  }

  private static String id(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Text text(Map<String, Object> entry, String key) {
    Map<String, Object> both = Resources.mapping(entry, key);
    return new Text(Resources.string(both, "fr"), Resources.string(both, "en"));
  }
}
