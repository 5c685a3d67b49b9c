package fr.bastide.assessment.internal;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.file.Referentials;
import fr.bastide.assessment.file.Referentials.Reading;
import fr.bastide.document.Fields;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a referential from its YAML files and checks every rule that the score and the plan rely
/// on.
public final class ReferentialReader {

  static final String FORMAT = "referential/1";
  private static final int MAX_THEMES = 50;
  private static final int MAX_ENTRIES = 500;

  /// Where the files come from.
  interface Source {

    /// The content of a file such as `questions/people.yaml`, empty when there is none.
    Optional<byte[]> read(String name) throws IOException;
  }

  /// Where something is written: its file and line.
  record Origin(String file, int line) {}

  private final Source source;
  private final Findings findings = new Findings("");
  private final Map<String, Origin> origins = new HashMap<>();

  private ReferentialReader(Source source) {
    this.source = source;
  }

  /// See [Referentials#read(Path)].
  public static Reading read(Path folder) {
    return read(name -> {
      try (InputStream in = Files.newInputStream(folder.resolve(name))) {
        return Optional.of(in.readNBytes(Referentials.MAX_BYTES + 1));
      } catch (NoSuchFileException absent) {
        return Optional.empty();
      }
    });
  }

  /// The referential in these files, or why it cannot be used.
  static Reading read(Source source) {
    return new ReferentialReader(source).read();
  }

  private Reading read() {
    Optional<Referential> read = open("referential.yaml").map(this::referential);
    return read.isEmpty() || findings.anyError()
        ? new Reading.Refused(findings.sorted())
        : new Reading.Usable(read.get(), findings.sorted());
  }

  private Optional<Fields> open(String name) {
    Findings here = findings.in(name);
    try {
      Optional<byte[]> bytes = source.read(name);
      if (bytes.isEmpty()) {
        here.error(0, "", "Ce fichier manque.", "This file is missing.");
        return Optional.empty();
      }
      return YamlReader.read(bytes.get(), Referentials.MAX_BYTES, here)
          .map(yaml -> Fields.of(yaml, "", here));
    } catch (IOException unreadable) {
      here.error(
          0,
          "",
          "Ce fichier ne peut pas être lu\u00a0: vérifiez les droits d’accès.",
          "This file cannot be read: check the access rights.");
      return Optional.empty();
    }
  }

  private Referential referential(Fields fields) {
    fields.known("bastide", "version", "themes");
    Findings here = findings.in("referential.yaml");
    String format = fields.text("bastide", 40);
    if (!format.isEmpty() && !format.equals(FORMAT)) {
      here.unknown(fields.lineOf("bastide"), "bastide", format, List.of(FORMAT));
    }
    String version = fields.text("version", 40);
    List<Theme> themes = themes(fields, here);
    Optional<Scale> scale =
        open("scale.yaml").map(opened -> new ScaleReader(findings.in("scale.yaml")).read(opened));
    Map<String, Question> questions = new LinkedHashMap<>();
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (Theme theme : themes) {
      questions(theme.id(), questions);
    }
    for (Theme theme : themes) {
      measures(theme.id(), measures);
    }
    Referential referential =
        new Referential(version, scale.orElse(ScaleReader.NONE), themes, questions, measures);
    new ReferentialChecks(referential, origins, findings).run();
    return referential;
  }

  private List<Theme> themes(Fields fields, Findings here) {
    List<Theme> themes = new ArrayList<>();
    for (Yaml item : fields.list("themes")) {
      Fields theme = Fields.of(item, "themes", here).known("id", "weight", "name", "summary");
      String id = theme.text("id", 40);
      Theme read =
          new Theme(
              id,
              theme.localised("name", 100),
              theme.whole("weight", 1, 5),
              theme.localised("summary", 500));
      if (!Identifiers.word(id)) {
        here.error(theme.lineOf("id"), "themes", Identifiers.RULE.fr(), Identifiers.RULE.en());
      } else if (themes.stream().anyMatch(other -> other.id().equals(id))) {
        here.duplicate(theme.lineOf("id"), "themes", id);
      } else if (themes.size() < MAX_THEMES) {
        themes.add(read);
      }
    }
    if (themes.isEmpty()) {
      here.missing(fields.line(), "", "themes");
    }
    return themes;
  }

  private void questions(String theme, Map<String, Question> questions) {
    String file = "questions/" + theme + ".yaml";
    Findings here = findings.in(file);
    open(file)
        .ifPresent(fields -> {
          QuestionReader reader = new QuestionReader(theme, here);
          for (Yaml item : entries(fields, theme, "questions", here)) {
            Question question = reader.read(item);
            if (register(question.id(), file, item.line(), here)) {
              questions.put(question.id(), question);
            }
          }
        });
  }

  private void measures(String theme, Map<String, Measure> measures) {
    String file = "measures/" + theme + ".yaml";
    Findings here = findings.in(file);
    open(file)
        .ifPresent(fields -> {
          MeasureReader reader = new MeasureReader(theme, here);
          for (Yaml item : entries(fields, theme, "measures", here)) {
            Measure measure = reader.read(item);
            if (register(measure.id(), file, item.line(), here)) {
              measures.put(measure.id(), measure);
            }
          }
        });
  }

  private List<Yaml> entries(Fields fields, String theme, String key, Findings here) {
    fields.known("theme", key);
    String written = fields.text("theme", 40);
    if (!written.isEmpty() && !written.equals(theme)) {
      here.unknown(fields.lineOf("theme"), "theme", written, List.of(theme));
    }
    List<Yaml> items = fields.list(key);
    if (items.size() > MAX_ENTRIES) {
      here.error(
          fields.lineOf(key),
          key,
          "C’est trop\u00a0: " + MAX_ENTRIES + " au plus par thème.",
          "That is too many: " + MAX_ENTRIES + " at most in a theme.");
      return List.of();
    }
    return items;
  }

  /// Notes where an identifier is defined; false when it is not usable or taken.
  private boolean register(String id, String file, int line, Findings here) {
    if (id.isEmpty()) {
      return false;
    }
    Origin earlier = origins.putIfAbsent(id, new Origin(file, line));
    if (earlier == null) {
      return true;
    }
    here.error(
        line,
        id,
        "Cet identifiant est déjà pris dans " + earlier.file() + ", ligne " + earlier.line() + ".",
        "This identifier is already taken in " + earlier.file() + ", line " + earlier.line() + ".");
    return false;
  }
}
