package fr.bastide.directory.internal;

import fr.bastide.directory.Label;
import fr.bastide.directory.Skill;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.Reading;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The skills and labels that come with Bastide, read once.
public final class BuiltinVocabulary {

  private static final String FILE = "vocabulary.yaml";
  private static final int SAYS = 500;

  private BuiltinVocabulary() {}

  private static final class Holder {
    static final Vocabulary VOCABULARY = Resources.usable(read(Resources.read(FILE)), FILE);
  }

  /// The vocabulary.
  public static Vocabulary get() {
    return Holder.VOCABULARY;
  }

  static Reading<Vocabulary> read(byte[] yaml) {
    Findings findings = new Findings("");
    Optional<Vocabulary> vocabulary =
        YamlReader.read(yaml, yaml.length, findings)
            .map(root -> vocabulary(Fields.of(root, "", findings)));
    return Reading.of(vocabulary, findings);
  }

  private static Vocabulary vocabulary(Fields fields) {
    fields.known("bastide", "version", "skills", "labels");
    Heads.check(fields, "vocabulary/1");
    List<Skill> skills = new ArrayList<>();
    for (Fields skill : fields.mappings("skills", 200)) {
      skill.known("id", "name", "says");
      skills.add(
          new Skill(
              skill.text("id", 60), skill.localised("name", 100), skill.localised("says", SAYS)));
    }
    List<Label> labels = new ArrayList<>();
    for (Fields label : fields.mappings("labels", 200)) {
      label.known("id", "name", "issuer", "says", "months", "verify", "product");
      labels.add(
          new Label(
              label.text("id", 60),
              label.localised("name", 100),
              label.text("issuer", 200),
              label.localised("says", SAYS),
              label.whole("months", 1, 120),
              label.text("verify", 300),
              label.flag("product")));
    }
    return new Vocabulary(fields.text("version", 40), skills, labels);
  }
}
