package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The texts of all documents.
///
/// @param version the version, by date
/// @param words short wordings by key
/// @param slots what stands on a blank, by the name of the slot
/// @param forms how each form of body is spoken of, by the choice of `body.form`
/// @param twins the other duties that the same act fulfils, by duty
/// @param tables the columns of each table
/// @param templates the documents, by kind, in order
public record DossierBook(
    String version,
    Map<String, Text> words,
    Map<String, Text> slots,
    Map<String, Naming> forms,
    Map<String, List<String>> twins,
    Map<Template.Source, List<Heading>> tables,
    Map<String, Template> templates) {

  /// How a form of body is spoken of.
  ///
  /// @param the with its article: `la commune`
  /// @param of with its preposition: `de la commune`
  /// @param head who stands at its head: `le maire`
  record Naming(Text the, Text of, Text head) {}

  /// The head of a column.
  ///
  /// @param weight how wide it is beside the others
  record Heading(Text text, int weight) {}

  public DossierBook {
    words = ordered(words);
    slots = ordered(slots);
    forms = ordered(forms);
    twins = ordered(twins);
    tables = ordered(tables);
    templates = ordered(templates);
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static final class Holder {
    static final DossierBook BUILTIN = load();

    private Holder() {}
  }

  /// What comes with Bastide.
  public static DossierBook builtin() {
    return Holder.BUILTIN;
  }

  private static DossierBook load() {
    Findings findings = new Findings("");
    try {
      DossierBook book = new DossierReader(Knowledge::resource, findings).read();
      List<Finding> all = findings.sorted();
      if (!all.isEmpty()) {
        throw new IllegalStateException(all.getFirst().format(Language.EN));
      }
      return book;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program is incomplete", unreadable);
    }
  }

  /// Every kind, in order.
  public List<DossierKind> kinds() {
    return templates.values().stream().map(Template::kind).toList();
  }

  /// The wording of a key.
  String word(String key, Language language) {
    Text text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no wording for " + key);
    }
    return text.in(language);
  }

  Template template(DossierKind kind) {
    Template template = templates.get(kind.id());
    if (template == null) {
      throw new IllegalArgumentException("no document is called " + kind.id());
    }
    return template;
  }
}
