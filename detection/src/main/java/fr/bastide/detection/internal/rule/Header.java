package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Guidance;
import fr.bastide.detection.Level;
import fr.bastide.detection.Place;
import fr.bastide.detection.RuleInfo;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Logsource;
import java.util.Locale;
import java.util.Optional;

/// What a document says of itself.
final class Header {

  private static final int MAX_TITLE = 1_024;

  private Header() {}

  static RuleInfo info(Fields document, String file) throws Refused {
    Place place = new Place(file, document.line());
    String id = document.text("id");
    String name = document.text("name");
    String title = document.text("title");
    if (title.isEmpty() && name.isEmpty() && id.isEmpty()) {
      throw new Refused(
          document.line(),
          "Il manque un titre\u00a0: ajoutez «\u00a0title\u00a0».",
          "A title is missing: add 'title'.");
    }
    if (title.length() > MAX_TITLE || id.length() > MAX_TITLE || name.length() > MAX_TITLE) {
      throw new Refused(
          document.line(),
          "Le titre, l’identifiant ou le nom est trop long\u00a0: raccourcissez-le.",
          "The title, id or name is too long: make it shorter.");
    }
    return new RuleInfo(
        id.isEmpty() ? place.toString() : id,
        name,
        !title.isEmpty() ? title : name.isEmpty() ? id : name,
        document.text("description"),
        String.join(", ", document.texts("author")),
        level(document),
        document.text("status"),
        document.text("date"),
        document.text("modified"),
        document.text("license"),
        document.texts("tags"),
        document.texts("references"),
        document.texts("falsepositives"),
        document.texts("fields"),
        place);
  }

  private static Level level(Fields document) throws Refused {
    String written = document.text("level");
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "", "medium" -> Level.MEDIUM;
      case "informational" -> Level.INFORMATIONAL;
      case "low" -> Level.LOW;
      case "high" -> Level.HIGH;
      case "critical" -> Level.CRITICAL;
      default ->
          throw new Refused(
              document.need("level").line(),
              "Le niveau «\u00a0"
                  + Refused.clip(written)
                  + "\u00a0» n’existe pas\u00a0: écrivez "
                  + "informational, low, medium, high ou critical.",
              "There is no level '"
                  + Refused.clip(written)
                  + "': write informational, low, medium,"
                  + " high or critical.");
    };
  }

  static Logsource logsource(Fields document) throws Refused {
    Fields source = document.needMap("logsource");
    return new Logsource(
        source.text("product").toLowerCase(Locale.ROOT),
        source.text("category").toLowerCase(Locale.ROOT),
        source.text("service").toLowerCase(Locale.ROOT));
  }

  /// The attribute `bastide`, an extension of our own.
  static Optional<Guidance> guidance(Fields document) throws Refused {
    if (!document.has("bastide")) {
      return Optional.empty();
    }
    Fields own = document.needMap("bastide");
    return Optional.of(
        new Guidance(both(own.needMap("explanation")), both(own.needMap("tonight"))));
  }

  private static Text both(Fields text) throws Refused {
    String fr = text.text("fr").strip();
    String en = text.text("en").strip();
    if (fr.isEmpty() || en.isEmpty()) {
      throw new Refused(
          text.line(),
          "Ce texte doit exister en français (fr) et en anglais (en)\u00a0: complétez-le.",
          "This text must exist in French (fr) and in English (en): complete it.");
    }
    return new Text(fr, en);
  }
}
