package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.dossier.Block;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Part;
import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes one document from one case.
public final class Filler {

  private final DossierBook book;
  private final CaseFile file;
  private final Template template;
  private final Language language;
  private final Known known;
  private final Slots slots;
  private final Choices choices;
  private final Tables tables;

  public Filler(DossierBook book, CaseFile file, DossierKind kind, Language language) {
    this.book = book;
    this.file = file;
    this.template = book.template(kind);
    this.language = language;
    this.known = new Known(file.facts(), book, language, kind.most());
    this.slots = new Slots(book, file, kind.most(), language, known);
    this.choices = new Choices(file, known, slots);
    this.tables = new Tables(book, file, template, language, known, slots);
  }

  /// The document.
  public Dossier make() {
    List<Template.Section> sections =
        template.parts().stream()
            .filter(section -> known.holds(section.when()) == Truth.TRUE)
            .toList();
    // The guide lists what the other parts could not say: it is made once they are.
    Part[] parts = new Part[sections.size()];
    for (boolean guide : new boolean[] {false, true}) {
      for (int i = 0; i < parts.length; i++) {
        if ((sections.get(i).role() == Part.Role.GUIDE) == guide) {
          parts[i] = part(sections.get(i));
        }
      }
    }
    return new Dossier(
        template.kind().id(),
        book.version(),
        language,
        slots.fill(template.title()).plain(language),
        file.reference(),
        file.qualification().at(),
        List.of(parts));
  }

  private Part part(Template.Section section) {
    List<Block> blocks =
        new ArrayList<>(section.role() == Part.Role.GUIDE ? warnings() : List.of());
    for (Template.Piece piece : section.blocks()) {
      block(piece).ifPresent(blocks::add);
    }
    return new Part(
        section.role(), slots.fill(section.title()).plain(language), withoutBareHeadings(blocks));
  }

  /// What the reader must know first: whether the document is needed, and what was left out of it.
  private List<Block> warnings() {
    List<Block> warnings = new ArrayList<>();
    DossierKind kind = template.kind();
    switch (known.holds(kind.fits())) {
      case TRUE -> {}
      case FALSE -> warnings.add(warning("fits", book.word("fits-not", language)));
      case UNKNOWN -> warnings.add(warning("fits", book.word("fits-unknown", language)));
    }
    long withheld = Tables.withheld(file, kind.most());
    if (withheld > 0) {
      String text = book.word("withheld", language);
      warnings.add(
          warning(
              "withheld",
              text.replace("{0}", String.valueOf(withheld)).replace("{1}", kind.most().label())));
    }
    return warnings;
  }

  private static Block warning(String id, String text) {
    return new Block.Paragraph(id, Line.of(text));
  }

  private Optional<Block> block(Template.Piece piece) {
    return switch (piece) {
      case Template.Heading heading ->
          known.holds(heading.when()) == Truth.TRUE
              ? Optional.of(
                  new Block.Heading(heading.id(), heading.level(), slots.fill(heading.text())))
              : Optional.empty();
      case Template.Paragraph paragraph ->
          choices.line(paragraph.text()).map(line -> new Block.Paragraph(paragraph.id(), line));
      case Template.Items items -> items(items);
      case Template.Form form -> form(form);
      case Template.Listing listing ->
          known.holds(listing.when()) == Truth.TRUE
              ? Optional.of(tables.make(listing))
              : Optional.empty();
    };
  }

  private Optional<Block> items(Template.Items items) {
    if (known.holds(items.when()) != Truth.TRUE) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    for (Template.Choice item : items.items()) {
      choices.line(item).ifPresent(lines::add);
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Items(items.id(), items.ordered(), lines));
  }

  private Optional<Block> form(Template.Form form) {
    if (known.holds(form.when()) != Truth.TRUE) {
      return Optional.empty();
    }
    List<Block.Form.Row> rows = new ArrayList<>();
    for (Template.Row row : form.rows()) {
      switch (row) {
        case Template.Row.Fact fact ->
            rows.add(
                new Block.Form.Row(
                    known.label(fact.question()), known.answer(fact.question(), true)));
        case Template.Row.Said said -> {
          if (known.holds(said.when()) == Truth.TRUE) {
            rows.add(
                new Block.Form.Row(
                    slots.fill(said.label()).plain(language), slots.fill(said.text())));
          }
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Form(form.id(), slots.fill(form.caption()), rows));
  }

  /// A heading under which nothing is left is left out.
  private static List<Block> withoutBareHeadings(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    int above = 0;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (blocks.get(i) instanceof Block.Heading heading) {
        boolean bare = above == 0 || above <= heading.level();
        if (!bare) {
          kept.addFirst(heading);
          above = heading.level();
        }
      } else {
        kept.addFirst(blocks.get(i));
        above = Integer.MAX_VALUE;
      }
    }
    return kept;
  }
}
