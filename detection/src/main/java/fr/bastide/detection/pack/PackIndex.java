package fr.bastide.detection.pack;

import fr.bastide.detection.Refusal;
import fr.bastide.detection.internal.rule.PlainYaml;
import fr.bastide.detection.rule.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The list of the files of a pack (`index.yaml`).
///
/// @param version which version of the pack it is
/// @param rules the names of the rule files, without ending
/// @param samples the ids for which there is a file of samples
record PackIndex(String version, List<String> rules, List<String> samples) {

  static PackIndex read(RuleFile file, List<Refusal> refusals) throws Malformed {
    Node root = root(file, refusals);
    root.only(Set.of("pack", "version", "rules", "samples"));
    return new PackIndex(root.text("version"), names(root, "rules"), names(root, "samples"));
  }

  /// The one document of a file of the pack.
  static Node root(RuleFile file, List<Refusal> refusals) throws Malformed {
    List<Object> documents = PlainYaml.read(file.name(), file.bytes(), refusals::add);
    if (documents.size() != 1) {
      throw new Malformed(file.name(), "un document est attendu", "one document is expected");
    }
    return new Node("", documents.getFirst());
  }

  private static List<String> names(Node root, String key) throws Malformed {
    List<String> names = new ArrayList<>();
    for (Node node : root.list(key)) {
      names.add(node.content().toString());
    }
    return List.copyOf(names);
  }
}
