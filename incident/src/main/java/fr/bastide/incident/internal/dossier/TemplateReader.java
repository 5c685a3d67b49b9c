package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Marking;
import fr.bastide.incident.dossier.Part;
import fr.bastide.incident.followup.FollowUpRules;
import fr.bastide.incident.internal.ConditionReader;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.kernel.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads the texts of one kind of document.
final class TemplateReader {

  private static final int TEXT = 1000;
  private static final int WORD = 60;

  private final Findings findings;
  private final ConditionReader conditions;
  private final ObligationBook law;
  private final Predicate<String> slots;
  private final Set<String> taken = new HashSet<>();
  private PhraseReader phrases;
  private ChoiceReader choices;

  TemplateReader(
      Findings findings, ConditionReader conditions, ObligationBook law, Predicate<String> slots) {
    this.findings = findings;
    this.conditions = conditions;
    this.law = law;
    this.slots = slots;
    this.phrases = new PhraseReader(List.of(Language.FR), slots, findings);
    this.choices = new ChoiceReader(conditions, phrases, findings);
  }

  Template read(String id, Fields file) {
    file.known(
        "kind",
        "name",
        "purpose",
        "languages",
        "return",
        "fits",
        "duties",
        "carries",
        "title",
        "parts");
    String named = file.text("kind", WORD);
    if (!named.equals(id)) {
      findings.unknown(file.lineOf("kind"), "kind", named, List.of(id));
    }
    List<Language> languages =
        file.texts("languages", tag -> tag.equals("fr") || tag.equals("en")).stream()
            .map(Language::of)
            .toList();
    if (languages.isEmpty()) {
      findings.missing(file.line(), "", "languages");
    }
    phrases = new PhraseReader(languages, slots, findings);
    choices = new ChoiceReader(conditions, phrases, findings);
    DossierKind kind =
        new DossierKind(
            id,
            file.localised("name", TEXT),
            file.localised("purpose", TEXT),
            languages.isEmpty() ? List.of(Language.FR) : languages,
            when(file, "fits"),
            file.texts("duties", law.duties()::containsKey),
            file.constant("carries", Marking.values()));
    List<Template.Section> parts = new ArrayList<>();
    for (Yaml item : file.list("parts")) {
      parts.add(section(Fields.of(item, "parts", findings)));
    }
    if (parts.stream().noneMatch(part -> part.role() == Part.Role.ACT)) {
      findings.missing(file.line(), "parts", "act");
    }
    return new Template(kind, phrases.read(file, "title"), comeBack(file), parts);
  }

  private Optional<String> comeBack(Fields file) {
    if (!file.has("return")) {
      return Optional.empty();
    }
    String id = file.text("return", WORD);
    List<String> known =
        FollowUpRules.builtin().rules().stream().map(FollowUpRules.Rule::id).toList();
    if (!known.contains(id)) {
      findings.unknown(file.lineOf("return"), "return", id, known);
    }
    return Optional.of(id);
  }

  private Template.Section section(Fields part) {
    part.known("role", "when", "title", "blocks");
    List<Template.Piece> blocks = new ArrayList<>();
    for (Yaml item : part.list("blocks")) {
      block(Fields.of(item, "blocks", findings)).ifPresent(blocks::add);
    }
    return new Template.Section(
        part.constant("role", Part.Role.values()),
        when(part, "when"),
        phrases.read(part, "title"),
        blocks);
  }

  private Optional<Template.Piece> block(Fields block) {
    block.known(
        "id", "when", "open", "done", "heading", "level", "text", "unknown", "items", "ordered",
        "form", "caption", "table", "empty");
    String id = block.text("id", WORD);
    if (!taken.add(id)) {
      findings.duplicate(block.line(), "blocks", id);
    }
    List<String> forms =
        List.of("heading", "text", "items", "form", "table").stream().filter(block::has).toList();
    if (forms.size() != 1) {
      findings.error(
          block.line(),
          id,
          "Un bloc a exactement une de ces clés\u00a0: heading, text, items, form, table.",
          "A block has exactly one of these keys: heading, text, items, form, table.");
      return Optional.empty();
    }
    Condition when = when(block, "when");
    return Optional.of(
        switch (forms.getFirst()) {
          case "heading" ->
              new Template.Heading(
                  id,
                  when,
                  block.has("level") ? block.whole("level", 2, 3) : 2,
                  phrases.read(block, "heading"));
          case "text" ->
              new Template.Paragraph(id, choices.read(block, phrases.read(block, "text")));
          case "items" -> new Template.Items(id, when, block.flag("ordered"), items(block));
          case "form" -> new Template.Form(id, when, phrases.read(block, "caption"), rows(block));
          default ->
              new Template.Listing(
                  id,
                  when,
                  block.constant("table", Template.Source.values()),
                  phrases.read(block, "caption"),
                  phrases.read(block, "empty"));
        });
  }

  private List<Template.Choice> items(Fields block) {
    List<Template.Choice> items = new ArrayList<>();
    for (Yaml item : block.list("items")) {
      Fields one =
          Fields.of(item, "items", findings).known("when", "open", "done", "fr", "en", "unknown");
      items.add(choices.read(one, phrases.ofFields(one)));
    }
    return items;
  }

  private List<Template.Row> rows(Fields block) {
    List<Template.Row> rows = new ArrayList<>();
    for (Yaml item : block.list("form")) {
      Fields one = Fields.of(item, "form", findings).known("fact", "when", "label", "text");
      if (one.has("fact")) {
        String question = one.text("fact", WORD);
        if (law.questionnaire().question(question).isEmpty()) {
          findings.unknown(one.line(), "form", question, law.questionnaire().questions().keySet());
        } else {
          rows.add(new Template.Row.Fact(question));
        }
      } else {
        rows.add(
            new Template.Row.Said(
                when(one, "when"), phrases.read(one, "label"), phrases.read(one, "text")));
      }
    }
    return rows;
  }

  private Condition when(Fields fields, String key) {
    return fields.has(key) ? conditions.read(fields, key, findings) : Condition.ALWAYS;
  }
}
