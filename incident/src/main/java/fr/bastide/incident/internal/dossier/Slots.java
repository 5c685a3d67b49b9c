package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.incident.Claim;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Value;
import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.dossier.Breach;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Contact;
import fr.bastide.incident.dossier.Interview;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.dossier.Piece;
import fr.bastide.incident.dossier.Victim;
import fr.bastide.incident.internal.Calendar;
import fr.bastide.incident.obligation.Due;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Fills the places of phrases from a case.
final class Slots {

  private final DossierBook book;
  private final CaseFile file;
  private final Marking most;
  private final Language language;
  private final Known known;

  Slots(DossierBook book, CaseFile file, Marking most, Language language, Known known) {
    this.book = book;
    this.file = file;
    this.most = most;
    this.language = language;
    this.known = known;
  }

  /// The phrase with all its places filled, with a blank where nothing is known.
  Line fill(Phrase phrase) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (Phrase.Segment segment : phrase.in(language)) {
      Line line =
          switch (segment) {
            case Phrase.Words said -> Line.of(said.text());
            case Phrase.Blank blank -> Line.blank(blank.label());
            case Phrase.Slot slot -> slot(slot.name());
          };
      for (Piece piece : line.pieces()) {
        switch (piece) {
          case Piece.Words said -> words.append(said.text());
          case Piece.Blank blank -> {
            pieces.addAll(Line.of(words.toString()).pieces());
            words.setLength(0);
            pieces.add(blank);
          }
        }
      }
    }
    pieces.addAll(Line.of(words.toString()).pieces());
    return new Line(pieces);
  }

  private Line slot(String name) {
    if (!book.slots().containsKey(name)) {
      int dot = name.indexOf('.');
      String rest = name.substring(dot + 1);
      return switch (name.substring(0, Math.max(0, dot))) {
        case "due" -> due(rest);
        case "done" -> duty(rest, done(rest).map(one -> time(one.at())));
        case "proof" -> duty(rest, done(rest).map(Facts.Done::proof));
        case "return" -> comeBack(rest);
        case "answer" -> answer(rest);
        default -> known.answer(name, false);
      };
    }
    String label = book.slots().get(name).in(language);
    return Line.orBlank(value(name), label);
  }

  /// The value of a slot that has a label; empty when it is not known.
  String value(String name) {
    int dot = name.indexOf('.');
    String group = dot < 0 ? name : name.substring(0, dot);
    String rest = name.substring(dot + 1);
    return switch (group) {
      case "body" -> file.facts().body().strip();
      case "the" -> naming().the().in(language);
      case "The" -> Known.upper(naming().the().in(language));
      case "of" -> naming().of().in(language);
      case "head" -> naming().head().in(language);
      case "Head" -> Known.upper(naming().head().in(language));
      case "case" -> ofCase(rest);
      case "victim" -> ofVictim(file.victim(), rest);
      case "breach" -> ofBreach(file.breach(), rest);
      case "recovery" -> rest.equals("before") ? file.recovery().before() : file.recovery().now();
      default -> ofContact(group, rest);
    };
  }

  /// How the body is spoken of; nobody guesses a form that is unknown or contested.
  private DossierBook.Naming naming() {
    List<Claim> claims = file.facts().credible("body.form");
    boolean sure = claims.size() == 1 && claims.getFirst().value() instanceof Value.Choice;
    String form = sure ? ((Value.Choice) claims.getFirst().value()).id() : "other";
    return Optional.ofNullable(book.forms().get(form)).orElseThrow();
  }

  private String ofCase(String what) {
    return switch (what) {
      case "reference" -> file.reference().strip();
      case "day" -> WrittenTime.day(Calendar.day(file.qualification().at()), language);
      case "severity" -> file.qualification().severity().known().label().in(language);
      case "types" ->
          String.join(
              ", ",
              file.qualification().classification().stream()
                  .map(one -> one.type().name().in(language))
                  .toList());
      case "carries" -> most.label();
      default -> throw new IllegalArgumentException("no slot case." + what);
    };
  }

  private static String ofVictim(Victim victim, String what) {
    return switch (what) {
      case "siren" -> victim.siren().map(Siren::value).orElse("");
      case "commune" -> victim.commune().map(code -> code.value()).orElse("");
      case "address" -> victim.address();
      case "phone" -> victim.phone();
      case "mail" -> victim.mail();
      default -> throw new IllegalArgumentException("no slot victim." + what);
    };
  }

  private String ofBreach(Breach breach, String what) {
    return switch (what) {
      case "people" -> breach.people();
      case "persons" -> breach.persons().map(this::number).orElse("");
      case "kinds" -> breach.kinds();
      case "records" -> breach.records().map(this::number).orElse("");
      case "consequences" -> breach.consequences();
      case "before" -> breach.before();
      case "measures" -> breach.measures();
      case "delay" -> breach.delay();
      default -> throw new IllegalArgumentException("no slot breach." + what);
    };
  }

  private String ofContact(String role, String what) {
    Contact.Role wanted = Contact.Role.valueOf(role.toUpperCase(Locale.ROOT));
    Optional<Contact> contact = file.contact(wanted);
    return contact
        .map(one ->
            switch (what) {
              case "name" -> one.name();
              case "function" -> one.function();
              case "phone" -> one.phone();
              case "mail" -> one.mail();
              default -> throw new IllegalArgumentException("no slot " + role + "." + what);
            })
        .orElse("");
  }

  /// What was done about a duty, or about another that the same act fulfils.
  Optional<Facts.Done> done(String duty) {
    Stream<String> duties =
        Stream.concat(Stream.of(duty), book.twins().getOrDefault(duty, List.of()).stream());
    return duties
        .flatMap(one -> Optional.ofNullable(file.facts().done().get(one)).stream())
        .findFirst();
  }

  private Line due(String duty) {
    for (Verdict verdict : file.qualification().verdicts()) {
      if (verdict.obligation().id().equals(duty)) {
        return duty(duty, due(verdict).filter(Due.At.class::isInstance).map(this::written));
      }
    }
    return duty(duty, Optional.empty());
  }

  /// By when, of a verdict that has a clock.
  static Optional<Due> due(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applies applies -> Optional.of(applies.due());
      case Verdict.Unknown unknown -> Optional.of(unknown.due());
      case Verdict.DoesNotApply _ -> Optional.empty();
    };
  }

  /// A deadline in words.
  String written(Due due) {
    return switch (due) {
      case Due.At at -> time(at.at());
      case Due.WithoutDelay _ -> book.word("without-delay", language);
      case Due.Unknown unknown ->
          book.word("once-known", language)
              .replace("{0}", Known.lower(known.label(unknown.question())));
      case Due.Standing _ -> book.word("standing", language);
    };
  }

  private Line duty(String duty, Optional<String> value) {
    List<Obligation> texts = ObligationBook.builtin().duties().getOrDefault(duty, List.of());
    String title = texts.isEmpty() ? duty : texts.getLast().title().in(language);
    return Line.orBlank(value.orElse(""), Known.lower(title));
  }

  private Line comeBack(String id) {
    String day =
        file.qualification().followUps().stream()
            .filter(one -> one.id().equals(id))
            .map(one -> WrittenTime.day(one.contact(), language))
            .findFirst()
            .orElse("");
    return Line.orBlank(day, book.word("blank-day", language));
  }

  private Line answer(String question) {
    String said = new RecoveryTables(book, file, language, Optional.empty()).answer(question);
    String label =
        Interview.builtin().questions().stream()
            .filter(one -> one.id().equals(question))
            .map(one -> Known.lower(one.ask().in(language)))
            .findFirst()
            .orElse(question);
    return Line.orBlank(said, label);
  }

  String time(Instant instant) {
    return WrittenTime.of(instant, language);
  }

  private String number(long number) {
    return String.format(language.locale(), "%,d", number);
  }

  /// A text in the language of the document.
  String in(Text text) {
    return text.in(language);
  }

  /// How a constant is called in the words of the set.
  String constant(String prefix, Enum<?> constant) {
    return book.word(prefix + "-" + Fields.spelling(constant), language);
  }
}
