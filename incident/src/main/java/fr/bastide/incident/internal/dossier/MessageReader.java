package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.message.Audience;
import fr.bastide.incident.message.MessageKind;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import fr.bastide.incident.severity.Severity;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the texts of all messages: `message/set.yaml`.
final class MessageReader {

  private static final String FILE = "message/set.yaml";
  private static final int MAX_BYTES = 200_000;
  private static final int TEXT = 1000;
  private static final int WORD = 60;

  private final Knowledge.Source source;
  private final Findings findings;
  private final PhraseReader phrases;
  private final ChoiceReader choice;

  MessageReader(Knowledge.Source source, Findings findings) {
    this.source = source;
    this.findings = findings.in(FILE);
    SlotNames names = new SlotNames(DossierBook.builtin().slots().keySet());
    this.phrases = new PhraseReader(List.of(Language.FR), names::known, this.findings);
    this.choice = new ChoiceReader(Knowledge.conditions(), phrases, this.findings);
  }

  MessageBook read() throws IOException {
    Optional<Fields> file =
        source
            .bytes(FILE)
            .flatMap(bytes -> YamlReader.read(bytes, MAX_BYTES, findings))
            .map(yaml -> Fields.of(yaml, "", findings));
    if (file.isEmpty()) {
      findings.error(0, "", "Ce fichier manque.", "This file is missing.");
      return new MessageBook("?", Map.of(), Map.of(), Map.of());
    }
    Fields set = file.get().known("version", "audiences", "incidents", "severities");
    return new MessageBook(set.text("version", WORD), frames(set), topics(set), tones(set));
  }

  private Map<Audience, MessageBook.Frame> frames(Fields set) {
    Map<Audience, MessageBook.Frame> frames = new EnumMap<>(Audience.class);
    for (Yaml item : set.list("audiences")) {
      Fields one =
          Fields.of(item, "audiences", findings)
              .known("id", "name", "purpose", "subject", "opening", "closing");
      Audience audience = one.constant("id", Audience.values());
      MessageKind kind =
          new MessageKind(
              Fields.spelling(audience),
              audience,
              one.localised("name", TEXT),
              one.localised("purpose", TEXT));
      MessageBook.Frame frame =
          new MessageBook.Frame(
              kind, phrases.read(one, "subject"), choices(one, "opening"), choices(one, "closing"));
      if (frames.put(audience, frame) != null) {
        findings.duplicate(one.line(), "audiences", kind.id());
      }
    }
    for (Audience audience : Audience.values()) {
      if (!frames.containsKey(audience)) {
        findings.missing(set.lineOf("audiences"), "audiences", Fields.spelling(audience));
      }
    }
    return frames;
  }

  private List<Template.Choice> choices(Fields frame, String key) {
    List<Template.Choice> choices = new ArrayList<>();
    for (Yaml item : frame.list(key)) {
      Fields one = Fields.of(item, key, findings).known("when", "open", "done", "fr", "unknown");
      choices.add(choice.read(one, phrases.ofFields(one)));
    }
    return choices;
  }

  private Map<String, MessageBook.Topic> topics(Fields set) {
    Map<String, MessageBook.Topic> topics = new LinkedHashMap<>();
    List<String> cards = ReflexCards.builtin().cards().stream().map(ReflexCard::id).toList();
    for (Yaml item : set.list("incidents")) {
      Fields one = Fields.of(item, "incidents", findings);
      String id = one.text("id", WORD);
      if (!cards.contains(id)) {
        findings.unknown(one.lineOf("id"), "incidents", id, cards);
      }
      if (topics.put(id, new MessageBook.Topic(choice.when(one), texts(one, "id", "when")))
          != null) {
        findings.duplicate(one.line(), "incidents", id);
      }
    }
    for (String card : cards) {
      if (!topics.containsKey(card)) {
        findings.missing(set.lineOf("incidents"), "incidents", card);
      }
    }
    return topics;
  }

  private Map<Severity, Map<Audience, Phrase>> tones(Fields set) {
    Map<Severity, Map<Audience, Phrase>> tones = new EnumMap<>(Severity.class);
    for (Yaml item : set.list("severities")) {
      Fields one = Fields.of(item, "severities", findings);
      tones.put(one.constant("severity", Severity.values()), texts(one, "severity"));
    }
    for (Severity severity : Severity.values()) {
      if (!tones.containsKey(severity)) {
        findings.missing(set.lineOf("severities"), "severities", Fields.spelling(severity));
      }
    }
    return tones;
  }

  /// One text for each audience.
  private Map<Audience, Phrase> texts(Fields one, String... others) {
    List<String> known = new ArrayList<>(List.of(others));
    Map<Audience, Phrase> texts = new EnumMap<>(Audience.class);
    for (Audience audience : Audience.values()) {
      String key = Fields.spelling(audience);
      known.add(key);
      texts.put(audience, phrases.read(one, key));
    }
    one.known(known.toArray(String[]::new));
    return texts;
  }
}
