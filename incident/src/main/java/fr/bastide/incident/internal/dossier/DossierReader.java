package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.incident.internal.ConditionReader;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the texts of all documents: `dossier/set.yaml` and one file a kind.
final class DossierReader {

  private static final int MAX_BYTES = 200_000;
  private static final int TEXT = 1000;
  private static final int WORD = 60;
  private static final String FOLDER = "dossier/";

  private final Knowledge.Source source;
  private final Findings findings;
  private final ObligationBook law = ObligationBook.builtin();
  private final ConditionReader conditions = Knowledge.conditions();

  DossierReader(Knowledge.Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  DossierBook read() throws IOException {
    String file = FOLDER + "set.yaml";
    Findings here = findings.in(file);
    Optional<Fields> set = file(file);
    if (set.isEmpty()) {
      return new DossierBook("?", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }
    Fields fields =
        set.get().known("version", "kinds", "words", "slots", "forms", "twins", "tables");
    String version = fields.text("version", WORD);
    Map<String, Text> words = texts(fields, "words", here);
    Map<String, Text> slots = texts(fields, "slots", here);
    Map<String, DossierBook.Naming> forms = forms(fields, here);
    Map<Template.Source, List<DossierBook.Heading>> tables = tables(fields, here);
    SlotNames names = new SlotNames(slots.keySet());
    Map<String, Template> templates = new LinkedHashMap<>();
    for (String id : fields.texts("kinds", DossierReader::plain)) {
      String path = FOLDER + id + ".yaml";
      Optional<Fields> part = file(path);
      if (part.isPresent()) {
        TemplateReader reader =
            new TemplateReader(findings.in(path), conditions, law, names::known);
        templates.put(id, reader.read(id, part.get()));
      }
    }
    return new DossierBook(version, words, slots, forms, twins(fields, here), tables, templates);
  }

  private static Map<String, Text> texts(Fields set, String key, Findings here) {
    Map<String, Text> texts = new LinkedHashMap<>();
    for (Yaml item : set.list(key)) {
      Fields one = Fields.of(item, key, here).known("id", "fr", "en");
      String id = one.text("id", WORD);
      if (texts.put(id, one.both(TEXT)) != null) {
        here.duplicate(one.line(), key, id);
      }
    }
    return texts;
  }

  private Map<String, DossierBook.Naming> forms(Fields set, Findings here) {
    Map<String, DossierBook.Naming> forms = new LinkedHashMap<>();
    for (Yaml item : set.list("forms")) {
      Fields one = Fields.of(item, "forms", here).known("form", "the", "of", "head");
      String form = one.text("form", WORD);
      forms.put(
          form,
          new DossierBook.Naming(
              one.localised("the", TEXT), one.localised("of", TEXT), one.localised("head", TEXT)));
    }
    law.questionnaire()
        .question("body.form")
        .ifPresent(question ->
            question.choices().stream()
                .filter(choice -> !forms.containsKey(choice.id()))
                .forEach(choice -> here.missing(set.lineOf("forms"), "forms", choice.id())));
    return forms;
  }

  private Map<String, List<String>> twins(Fields set, Findings here) {
    Map<String, List<String>> twins = new LinkedHashMap<>();
    for (Yaml item : set.list("twins")) {
      Fields one = Fields.of(item, "twins", here).known("duty", "also");
      twins.put(one.text("duty", WORD), one.texts("also", law.duties()::containsKey));
    }
    return twins;
  }

  private static Map<Template.Source, List<DossierBook.Heading>> tables(Fields set, Findings here) {
    Map<Template.Source, List<DossierBook.Heading>> tables = new EnumMap<>(Template.Source.class);
    for (Yaml item : set.list("tables")) {
      Fields one = Fields.of(item, "tables", here).known("of", "columns");
      List<DossierBook.Heading> columns = new ArrayList<>();
      for (Yaml column : one.list("columns")) {
        Fields head = Fields.of(column, "columns", here).known("weight", "fr", "en");
        columns.add(new DossierBook.Heading(head.both(TEXT), head.whole("weight", 1, 20)));
      }
      tables.put(one.constant("of", Template.Source.values()), columns);
    }
    for (Template.Source source : Template.Source.values()) {
      if (!tables.containsKey(source)) {
        here.missing(set.lineOf("tables"), "tables", Fields.spelling(source));
      }
    }
    return tables;
  }

  /// A word that can be part of a file's name and of an address.
  private static boolean plain(String id) {
    return id.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-');
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
