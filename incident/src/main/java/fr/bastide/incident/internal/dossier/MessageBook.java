package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.incident.Facts;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.message.Audience;
import fr.bastide.incident.message.Message;
import fr.bastide.incident.message.MessageKind;
import fr.bastide.incident.severity.Severity;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The texts of all messages.
///
/// @param version the version, by date
/// @param frames what stands around each message, by audience
/// @param topics what is said of each kind of incident, in order; the last one fits every case
/// @param tones what each severity adds, by audience
public record MessageBook(
    String version,
    Map<Audience, Frame> frames,
    Map<String, Topic> topics,
    Map<Severity, Map<Audience, Phrase>> tones) {

  /// What stands around a message.
  record Frame(
      MessageKind kind,
      Phrase subject,
      List<Template.Choice> opening,
      List<Template.Choice> closing) {}

  /// What is said of a kind of incident.
  record Topic(Condition when, Map<Audience, Phrase> texts) {}

  public MessageBook {
    frames = Map.copyOf(frames);
    topics = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(topics));
    tones = Map.copyOf(tones);
  }

  private static final class Holder {
    static final MessageBook BUILTIN = load();

    private Holder() {}
  }

  /// What comes with Bastide.
  public static MessageBook builtin() {
    return Holder.BUILTIN;
  }

  private static MessageBook load() {
    Findings findings = new Findings("");
    try {
      MessageBook book = new MessageReader(Knowledge::resource, findings).read();
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return book;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// Every kind of message, in the order of audiences.
  public List<MessageKind> kinds() {
    List<MessageKind> kinds = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      Optional.ofNullable(frames.get(audience)).map(Frame::kind).ifPresent(kinds::add);
    }
    return kinds;
  }

  /// Every kind of incident, in order.
  public List<String> incidents() {
    return List.copyOf(topics.keySet());
  }

  /// The kinds of incident that hold in some credible reading of the facts.
  public List<String> incidents(Facts facts) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Topic> topic : topics.entrySet()) {
      Condition when = topic.getValue().when();
      boolean last = when.equals(Condition.ALWAYS);
      boolean holds =
          facts.readings(when.questions()).stream()
              .anyMatch(reading -> when.evaluate(reading).truth() == Truth.TRUE);
      if (holds && (!last || found.isEmpty())) {
        found.add(topic.getKey());
      }
    }
    return found;
  }

  /// A message.
  public Message make(Audience audience, String incident, CaseFile file) {
    Topic topic = topics.get(incident);
    Frame frame = frames.get(audience);
    if (topic == null || frame == null) {
      throw new IllegalArgumentException("no message about " + incident);
    }
    DossierBook words = DossierBook.builtin();
    Known known = new Known(file.facts(), words, Language.FR, Marking.CLEAR);
    Slots slots = new Slots(words, file, Marking.CLEAR, Language.FR, known);
    Choices choices = new Choices(file, known, slots);
    Severity severity = file.qualification().severity().known();
    List<Line> paragraphs = new ArrayList<>();
    frame.opening().forEach(choice -> choices.line(choice).ifPresent(paragraphs::add));
    paragraphs.add(slots.fill(text(topic.texts(), audience)));
    paragraphs.add(slots.fill(text(tones.getOrDefault(severity, Map.of()), audience)));
    frame.closing().forEach(choice -> choices.line(choice).ifPresent(paragraphs::add));
    return new Message(audience, incident, severity, slots.fill(frame.subject()), paragraphs);
  }

  private static Phrase text(Map<Audience, Phrase> texts, Audience audience) {
    return texts.getOrDefault(audience, Phrase.NONE);
  }
}
