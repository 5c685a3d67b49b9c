package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Value;
import fr.bastide.incident.dossier.Block;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Contact;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.dossier.Records;
import fr.bastide.incident.dossier.Unit;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes tables of what a case holds.
final class Tables {

  private static final Value NONE = new Value.Choice("none");

  private final DossierBook book;
  private final CaseFile file;
  private final DossierKind kind;
  private final Language language;
  private final Known known;
  private final Slots slots;
  private final RecoveryTables recovery;

  Tables(
      DossierBook book,
      CaseFile file,
      Template template,
      Language language,
      Known known,
      Slots slots) {
    this.book = book;
    this.file = file;
    this.kind = template.kind();
    this.language = language;
    this.known = known;
    this.slots = slots;
    this.recovery = new RecoveryTables(book, file, language, template.comeBack());
  }

  /// The table, or a paragraph when there is nothing to list.
  Block make(Template.Listing listing) {
    List<List<Line>> rows = rows(listing.source());
    if (rows.isEmpty()) {
      return new Block.Paragraph(listing.id(), slots.fill(listing.empty()));
    }
    List<Block.Table.Column> columns = new ArrayList<>();
    for (DossierBook.Heading head : heads(listing.source())) {
      columns.add(new Block.Table.Column(head.text().in(language), head.weight()));
    }
    return new Block.Table(listing.id(), slots.fill(listing.caption()), columns, rows);
  }

  private List<DossierBook.Heading> heads(Template.Source source) {
    return book.tables().getOrDefault(source, List.of());
  }

  private List<List<Line>> rows(Template.Source source) {
    return switch (source) {
      case DUTIES -> duties();
      case EFFECTS -> effects();
      case DAMAGE -> damage();
      case EVIDENCE -> evidence();
      case TIMELINE -> timeline();
      case OBSERVABLES -> observables();
      case CONTACTS -> file.contacts().stream().map(this::contact).toList();
      case UNITS -> file.units().stream().map(this::unit).toList();
      case OPEN -> open();
      case INTERVIEW -> recovery.interview();
      case CAUSES -> recovery.causes();
      case MEASURES -> recovery.measures();
      case UNPLANNED -> recovery.unplanned();
    };
  }

  /// A row: what is empty becomes a blank under the head of its column, except in columns that may
  /// be empty.
  private List<Line> row(Template.Source source, List<String> cells, int... mayBeEmpty) {
    List<Line> row = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      boolean free = false;
      for (int column : mayBeEmpty) {
        free |= column == i;
      }
      String head = Known.lower(heads(source).get(i).text().in(language));
      row.add(free ? Line.of(cells.get(i)) : Line.orBlank(cells.get(i), head));
    }
    return row;
  }

  private List<List<Line>> duties() {
    List<List<Line>> rows = new ArrayList<>();
    for (Verdict verdict : file.qualification().verdicts()) {
      if (kind.duties().contains(verdict.obligation().id())) {
        rows.add(
            row(
                Template.Source.DUTIES,
                List.of(
                    slots.in(verdict.obligation().title()),
                    answer(verdict),
                    Slots.due(verdict).map(slots::written).orElse("–"),
                    slots.in(verdict.obligation().article()))));
      }
    }
    return rows;
  }

  private String answer(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applies applies ->
          book.word("applies", language) + " – " + slots.constant("state", applies.state());
      case Verdict.Unknown unknown ->
          book.word("unknown", language)
              + " – "
              + String.join(
                  ", ", unknown.grounds().questions().stream().map(known::label).toList());
      case Verdict.DoesNotApply no ->
          book.word("does-not-apply", language) + " – " + slots.in(no.grounds().why());
    };
  }

  /// Missions that are surely touched, or about which the sources disagree.
  private List<List<Line>> effects() {
    List<List<Line>> rows = new ArrayList<>();
    for (Questionnaire.Group group : Questionnaire.builtin().groups()) {
      if (group.id().equals("effects")) {
        for (Question question : group.questions()) {
          boolean choice = question.kind() == Question.Kind.CHOICE;
          boolean none =
              file.facts().credible(question.id()).stream()
                  .allMatch(claim -> claim.value().equals(NONE));
          if (choice && !none) {
            rows.add(
                List.of(Line.of(question.label().in(language)), known.answer(question.id(), true)));
          }
        }
      }
    }
    return rows;
  }

  private List<List<Line>> damage() {
    List<List<Line>> rows = new ArrayList<>();
    for (Records.Damage one : file.records().damage()) {
      String amount = one.amount().map(sum -> sum.format(language)).orElse("");
      rows.add(row(Template.Source.DAMAGE, List.of(one.what(), amount, one.proof()), 2));
    }
    List<Money> sums =
        file.records().damage().stream().flatMap(one -> one.amount().stream()).toList();
    if (sums.size() > 1) {
      Money total = sums.stream().reduce(Money.ZERO, Money::plus);
      String label = book.word("total", language);
      rows.add(List.of(Line.of(label), Line.of(total.format(language)), Line.EMPTY));
    }
    return rows;
  }

  private List<List<Line>> evidence() {
    return file.records().evidence().stream()
        .filter(one -> one.marking().within(kind.most()))
        .map(one ->
            row(
                Template.Source.EVIDENCE,
                List.of(
                    one.number(),
                    one.name() + one.bytes().map(this::size).orElse(""),
                    one.bytes().isPresent() && one.sha256().isEmpty() ? "" : orDash(one.sha256()),
                    one.collected().map(slots::time).orElse(""),
                    holders(one))))
        .toList();
  }

  private String size(long bytes) {
    String unit = language == Language.FR ? "\u00a0octets" : "\u00a0bytes";
    return " (" + String.format(language.locale(), "%,d", bytes) + unit + ")";
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private static String holders(Records.Evidence one) {
    return String.join(
        " → ", Stream.of(one.collector(), one.keeper()).filter(s -> !s.isBlank()).toList());
  }

  private List<List<Line>> timeline() {
    return file.records().timeline().stream()
        .filter(one -> one.marking().within(kind.most()))
        .map(one ->
            row(
                Template.Source.TIMELINE,
                List.of(slots.time(one.at()), one.what(), one.source()),
                2))
        .toList();
  }

  private List<List<Line>> observables() {
    return file.records().observables().stream()
        .filter(one -> one.marking().within(kind.most()))
        .map(one ->
            row(
                Template.Source.OBSERVABLES,
                List.of(one.type(), one.value(), one.marking().label(), one.note()),
                3))
        .toList();
  }

  private List<Line> contact(Contact contact) {
    return row(
        Template.Source.CONTACTS,
        List.of(
            slots.constant("role", contact.role()),
            contact.name() + (contact.function().isBlank() ? "" : ", " + contact.function()),
            contact.phone(),
            contact.mail()),
        3);
  }

  private List<Line> unit(Unit unit) {
    String name = slots.constant("force", unit.force()) + " – " + unit.name();
    Optional<String> far =
        file.victim()
            .place()
            .flatMap(from -> unit.place().map(from::kilometres))
            .map(km -> String.format(language.locale(), "%.1f\u00a0km", km));
    return row(
        Template.Source.UNITS,
        List.of(name, unit.address(), unit.phone(), unit.hours(), far.orElse("–")),
        3);
  }

  private List<List<Line>> open() {
    List<List<Line>> rows = new ArrayList<>();
    for (String id : known.open()) {
      Questionnaire.builtin()
          .question(id)
          .ifPresent(question ->
              rows.add(List.of(Line.of(question.ask().in(language)), known.answer(id, true))));
    }
    return rows;
  }

  /// How many pieces of the case may not travel with this document.
  static long withheld(CaseFile file, Marking most) {
    Records records = file.records();
    return Stream.of(
            records.timeline().stream().map(Records.Happening::marking),
            records.evidence().stream().map(Records.Evidence::marking),
            records.observables().stream().map(Records.Observable::marking))
        .flatMap(markings -> markings)
        .filter(marking -> !marking.within(most))
        .count();
  }
}
