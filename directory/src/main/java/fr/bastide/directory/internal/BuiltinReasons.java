package fr.bastide.directory.internal;

import fr.bastide.directory.file.Reading;
import fr.bastide.directory.panel.Reason;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How each reason is said, with its parameters between braces; read once.
public final class BuiltinReasons {

  private static final String FILE = "reasons.yaml";

  private BuiltinReasons() {}

  private static final class Holder {
    static final Map<Reason, Text> WORDINGS = Resources.usable(read(Resources.read(FILE)), FILE);
  }

  /// The wording of every reason.
  public static Map<Reason, Text> get() {
    return Holder.WORDINGS;
  }

  static Reading<Map<Reason, Text>> read(byte[] yaml) {
    Findings findings = new Findings("");
    Optional<Map<Reason, Text>> wordings =
        YamlReader.read(yaml, yaml.length, findings)
            .map(root -> wordings(Fields.of(root, "", findings)));
    return Reading.of(wordings, findings);
  }

  private static Map<Reason, Text> wordings(Fields file) {
    file.known("bastide", "reasons");
    Heads.check(file, "reasons/1");
    file.need("reasons");
    Map<Reason, Text> wordings = new EnumMap<>(Reason.class);
    file.inner("reasons")
        .ifPresent(fields -> {
          for (Reason reason : Reason.values()) {
            wordings.put(reason, fields.localised(reason.word(), 300));
          }
        });
    return wordings;
  }
}
