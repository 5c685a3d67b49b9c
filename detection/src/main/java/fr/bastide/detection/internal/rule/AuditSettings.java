package fr.bastide.detection.internal.rule;

import fr.bastide.detection.AuditSetting;
import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Logsource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The settings that make systems send what rules need, from `audit-settings.yaml`.
public final class AuditSettings {

  private static final String RESOURCE = "/fr/bastide/detection/audit-settings.yaml";

  private static final class Builtin {
    static final AuditSettings SETTINGS = load();
  }

  /// One entry of the data.
  private record Entry(
      AuditSetting setting, List<Wanted> logsources, Set<String> events, Set<String> fields) {

    boolean general() {
      return events.isEmpty() && fields.isEmpty();
    }
  }

  /// A logsource of the data; with a service `*` or a category, also what is more precise.
  private record Wanted(Logsource logsource, boolean wide) {

    boolean fits(Logsource other) {
      return wide ? logsource.covers(other) : logsource.equals(other);
    }
  }

  private final List<Entry> entries;

  private AuditSettings(List<Entry> entries) {
    this.entries = entries;
  }

  /// The settings that come with the engine.
  public static AuditSettings builtin() {
    return Builtin.SETTINGS;
  }

  /// All of them.
  public List<AuditSetting> all() {
    return entries.stream().map(Entry::setting).toList();
  }

  /// The settings that would make events for this logsource appear.
  ///
  /// @param silent whether nothing at all comes from there: then general settings are proposed too
  /// @param ids event ids that are wanted; an entry that names event ids must name one of them
  /// @param fields field names that are wanted; an entry that names fields must name one of them
  public List<AuditSetting> waking(
      Logsource wanted, boolean silent, Set<String> ids, Set<String> fields) {
    List<AuditSetting> waking = new ArrayList<>();
    for (Entry entry : entries) {
      boolean here = entry.logsources().stream().anyMatch(logs -> logs.fits(wanted));
      boolean fits = fits(entry.events(), ids) && fits(entry.fields(), fields);
      if (here && fits && (silent || !entry.general())) {
        waking.add(entry.setting());
      }
    }
    return waking;
  }

  private static boolean fits(Set<String> named, Set<String> wanted) {
    return named.isEmpty() || named.stream().anyMatch(wanted::contains);
  }

  private static AuditSettings load() {
    try (InputStream input = AuditSettings.class.getResourceAsStream(RESOURCE)) {
      if (input == null) {
        throw broken("absent");
      }
      return read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw broken(String.valueOf(failure.getMessage()));
    } catch (Refused refused) {
      throw broken(refused.line() + ": " + refused.reason().en());
    }
  }

  private static DetectionException broken(String why) {
    return new DetectionException(
        new Text(
            "La liste des réglages d’audit est illisible (" + why + ")\u00a0: réinstallez Bastide.",
            "The list of audit settings cannot be read (" + why + "): install Bastide again."));
  }

  private static AuditSettings read(String yaml) throws Refused {
    List<Entry> entries = new ArrayList<>();
    for (Yaml document : YamlDocuments.read(yaml)) {
      Fields root = Fields.of("document", document);
      if (!(root.need("settings") instanceof Yaml.Sequence list)) {
        throw new Refused(root.line(), "Une liste est attendue.", "A list is wanted.");
      }
      for (Yaml item : list.items()) {
        entries.add(entry(Fields.of("setting", item)));
      }
    }
    return new AuditSettings(List.copyOf(entries));
  }

  private static Entry entry(Fields fields) throws Refused {
    List<Wanted> logsources = new ArrayList<>();
    for (String words : fields.texts("logsources")) {
      logsources.add(logsource(words));
    }
    Fields text = fields.needMap("text");
    return new Entry(
        new AuditSetting(fields.text("id"), new Text(text.text("fr"), text.text("en"))),
        logsources,
        Set.copyOf(fields.texts("events")),
        Set.copyOf(fields.texts("fields")));
  }

  /// A logsource as `product/category/service`, any of them empty.
  private static Wanted logsource(String words) {
    int first = words.indexOf('/');
    int second = words.indexOf('/', first + 1);
    String category = words.substring(first + 1, second);
    String service = words.substring(second + 1);
    boolean any = service.equals("*");
    return new Wanted(
        new Logsource(words.substring(0, first), category, any ? "" : service),
        any || !category.isEmpty());
  }
}
