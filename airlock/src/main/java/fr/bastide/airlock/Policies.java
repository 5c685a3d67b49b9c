package fr.bastide.airlock;

import fr.bastide.airlock.internal.Resources;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The policies that come with the house: `strict`, `standard`, `lenient`.
public final class Policies {

  /// The names, the strictest first.
  public static final List<String> NAMES = List.of("strict", "standard", "lenient");

  private Policies() {}

  /// A policy of the house by its name.
  ///
  /// @throws AirlockException when there is none of that name
  public static Policy named(String name) {
    if (!NAMES.contains(name)) {
      throw new AirlockException(
          new Text(
              "La politique «\u00a0%s\u00a0» n’existe pas\u00a0: choisissez strict, standard ou lenient."
                  .formatted(name),
              "There is no policy “%s”: choose strict, standard or lenient.".formatted(name)));
    }
    return read(Resources.document("policies/" + name + ".yaml"));
  }

  static Policy read(Map<String, Object> data) {
    Map<String, Object> limits = Resources.mapping(data, "limits");
    return new Policy(
        Resources.string(data, "name"),
        Resources.string(data, "version"),
        Policy.Links.valueOf(word(data, "links")),
        Resources.flag(data, "metadata"),
        Resources.flag(data, "comments"),
        Resources.flag(data, "forms"),
        Resources.flag(data, "formulas"),
        Policy.Signed.valueOf(word(data, "signed")),
        Resources.flag(data, "pixels"),
        Policy.Members.valueOf(word(data, "members")),
        Policy.Xml.valueOf(word(data, "xml")),
        new Policy.Limits(
            Resources.number(limits, "bytes"),
            Resources.number(limits, "inflated"),
            Math.toIntExact(Resources.number(limits, "ratio")),
            Math.toIntExact(Resources.number(limits, "parts")),
            Math.toIntExact(Resources.number(limits, "depth")),
            Math.toIntExact(Resources.number(limits, "pages")),
            Resources.number(limits, "pixels"),
            Math.toIntExact(Resources.number(limits, "seconds"))));
  }

  private static String word(Map<String, Object> data, String key) {
    return Resources.string(data, key).toUpperCase(Locale.ROOT);
  }
}
