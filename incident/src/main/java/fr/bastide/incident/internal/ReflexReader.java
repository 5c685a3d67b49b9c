package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.reflex.Clue;
import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.Doer;
import fr.bastide.incident.reflex.Phase;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import fr.bastide.incident.reflex.Sign;
import fr.bastide.incident.reflex.Source;
import fr.bastide.incident.reflex.Step;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the reflex cards: first what they share, then each card, whose every link must lead
/// somewhere.
public final class ReflexReader {

  private static final int MAX_BYTES = 200_000;
  private static final int TEXT = 300;
  private static final int WORD = 60;
  private static final String FOLDER = "reflex/";

  private static final class Holder {
    static final ReflexCards BUILTIN = load();

    private Holder() {}
  }

  private final Knowledge.Source source;
  private final Set<String> duties;
  private final Findings findings;
  private final Map<String, Sign> signs = new LinkedHashMap<>();
  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();

  /// Reads from `source`; links to the law must be among `duties`.
  ReflexReader(Knowledge.Source source, Set<String> duties, Findings findings) {
    this.source = source;
    this.duties = duties;
    this.findings = findings;
  }

  /// What comes with Bastide.
  public static ReflexCards builtin() {
    return Holder.BUILTIN;
  }

  private static ReflexCards load() {
    Findings findings = new Findings("");
    Set<String> duties = Knowledge.builtin().obligations().duties().keySet();
    try {
      Optional<ReflexCards> cards = new ReflexReader(Knowledge::resource, duties, findings).read();
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return cards.orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// The cards; empty when there is no set or its fallback is no card: then the findings say so.
  Optional<ReflexCards> read() throws IOException {
    String file = FOLDER + "set.yaml";
    Findings here = findings.in(file);
    Optional<Fields> set = file(file);
    if (set.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = set.get().known("version", "fallback", "cards", "signs", "contacts", "sources");
    shared(fields, here);
    List<ReflexCard> cards = new ArrayList<>();
    for (String id : fields.texts("cards", ReflexReader::plain)) {
      String path = FOLDER + id + ".yaml";
      Optional<Fields> part = file(path);
      if (part.isPresent()) {
        cards.add(card(id, part.get(), findings.in(path)));
      }
    }
    String version = fields.text("version", WORD);
    String fallback = fields.text("fallback", WORD);
    Optional<ReflexCard> last = cards.stream().filter(c -> c.id().equals(fallback)).findFirst();
    if (last.isEmpty()) {
      List<String> known = cards.stream().map(ReflexCard::id).toList();
      here.unknown(fields.lineOf("fallback"), "fallback", fallback, known);
    }
    return last.map(card -> new ReflexCards(version, List.copyOf(signs.values()), cards, card));
  }

  private void shared(Fields set, Findings here) {
    for (Yaml item : set.list("signs")) {
      Fields one = Fields.of(item, "signs", here).known("id", "text");
      Sign sign = new Sign(one.text("id", WORD), one.localised("text", TEXT));
      take(signs, sign.id(), sign, one, here);
    }
    for (Yaml item : set.list("contacts")) {
      Fields one =
          Fields.of(item, "contacts", here).known("id", "name", "numbers", "address", "help");
      Contact contact =
          new Contact(
              one.text("id", WORD),
              one.localised("name", TEXT),
              one.texts("numbers", ReflexReader::dialled),
              one.has("address") ? address(one, here) : Optional.empty(),
              one.localised("help", TEXT));
      take(contacts, contact.id(), contact, one, here);
    }
    for (Yaml item : set.list("sources")) {
      Fields one = Fields.of(item, "sources", here).known("id", "title", "publisher", "address");
      String id = one.text("id", WORD);
      String title = one.text("title", TEXT);
      String publisher = one.text("publisher", WORD);
      address(one, here)
          .ifPresent(uri -> take(sources, id, new Source(id, title, publisher, uri), one, here));
    }
  }

  private static <T> void take(Map<String, T> all, String id, T one, Fields at, Findings here) {
    if (all.putIfAbsent(id, one) != null) {
      here.duplicate(at.line(), "", id);
    }
  }

  private static Optional<URI> address(Fields fields, Findings here) {
    String text = fields.text("address", TEXT);
    try {
      URI uri = URI.create(text);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException notAddress) {
      // Said below, as for an address of another kind.
    }
    here.error(
        fields.lineOf("address"),
        "address",
        "Il faut une adresse en https.",
        "An https address is needed.");
    return Optional.empty();
  }

  private ReflexCard card(String id, Fields card, Findings here) {
    card.known("card", "name", "plain", "signs", "phases", "calls", "law", "sources");
    String named = card.text("card", WORD);
    if (!named.equals(id)) {
      here.unknown(card.lineOf("card"), "card", named, List.of(id));
    }
    return new ReflexCard(
        id,
        card.localised("name", TEXT),
        card.localised("plain", TEXT),
        clues(card, here),
        groups(card, here),
        linked(card, "calls", contacts),
        card.texts("law", duties::contains),
        linked(card, "sources", sources));
  }

  private List<Clue> clues(Fields card, Findings here) {
    List<Clue> clues = new ArrayList<>();
    for (Yaml item : card.list("signs")) {
      Fields one = Fields.of(item, "signs", here).known("sign", "weight");
      String id = one.text("sign", WORD);
      Clue.Weight weight = one.constant("weight", Clue.Weight.values());
      Optional<Sign> sign = Optional.ofNullable(signs.get(id));
      if (sign.isEmpty()) {
        here.unknown(one.lineOf("sign"), "signs", id, signs.keySet());
      }
      sign.ifPresent(seen -> clues.add(new Clue(seen, weight)));
    }
    return clues;
  }

  private List<ReflexCard.Group> groups(Fields card, Findings here) {
    List<ReflexCard.Group> groups = new ArrayList<>();
    Set<Phase> missing = EnumSet.allOf(Phase.class);
    Set<String> taken = new HashSet<>();
    for (Yaml item : card.list("phases")) {
      Fields group = Fields.of(item, "phases", here).known("phase", "steps");
      Phase phase = group.constant("phase", Phase.values());
      if (!missing.remove(phase)) {
        here.duplicate(group.line(), "phases", Fields.spelling(phase));
      }
      List<Step> steps = new ArrayList<>();
      for (Yaml one : group.list("steps")) {
        Fields fields = Fields.of(one, "steps", here);
        Step step = step(phase, fields);
        if (!taken.add(step.id())) {
          here.duplicate(fields.line(), "steps", step.id());
        }
        steps.add(step);
      }
      if (steps.isEmpty()) {
        here.missing(group.line(), "phases", "steps");
      }
      groups.add(new ReflexCard.Group(phase, steps));
    }
    missing.forEach(phase -> here.missing(card.line(), "phases", Fields.spelling(phase)));
    return groups;
  }

  private static Step step(Phase phase, Fields step) {
    step.known("id", "who", "minutes", "act", "why", "avoid");
    return new Step(
        step.text("id", WORD),
        phase,
        step.constant("who", Doer.values()),
        step.whole("minutes", 1, 240),
        step.localised("act", TEXT),
        step.localised("why", TEXT),
        step.localised("avoid", TEXT));
  }

  private static <T> List<T> linked(Fields card, String key, Map<String, T> known) {
    return card.texts(key, known::containsKey).stream()
        .map(known::get)
        .flatMap(one -> Optional.ofNullable(one).stream())
        .toList();
  }

  /// A word that can be part of a file's name and of an address.
  private static boolean plain(String id) {
    return id.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-');
  }

  private static boolean dialled(String number) {
    return number.chars().allMatch(c -> c >= '0' && c <= '9' || c == ' ' || c == '+');
  }

  private Optional<Fields> file(String name) throws IOException {
    Findings here = findings.in(name);
    Optional<byte[]> bytes = source.bytes(name);
    if (bytes.isEmpty()) {
      here.error(0, "", "Ce fichier manque.", "This file is missing.");
      return Optional.empty();
    }
    return YamlReader.read(bytes.get(), MAX_BYTES, here).map(yaml -> Fields.of(yaml, "", here));
  }
}
