package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.image.ImageDisarmer;
import fr.bastide.airlock.internal.image.SvgDisarmer;
import fr.bastide.airlock.internal.odf.OdfDisarmer;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A document sent through the door in a test, and what came of it.
///
/// @param parts the parts that left, as text
/// @param threats what was taken out
/// @param faults what [PackageCheck] has to say, for Office Open XML
public record Passing(
    String name, Map<String, String> parts, Set<Threat> threats, List<String> faults) {

  private static final Door DOOR =
      new Door(
          List.of(
              new OoxmlDisarmer(),
              new XlsbDisarmer(),
              new OdfDisarmer(),
              new ImageDisarmer(),
              new SvgDisarmer()));

  /// A document that must be rebuilt.
  public static Passing of(String name, byte[] bytes, String policy) throws IOException {
    Outcome outcome = outcome(name, bytes, policy);
    if (!(outcome instanceof Outcome.Rebuilt rebuilt)) {
      throw new AssertionError(name + " was not rebuilt: " + outcome);
    }
    Set<Threat> threats = EnumSet.noneOf(Threat.class);
    for (Finding finding : rebuilt.findings()) {
      threats.add(finding.threat());
    }
    byte[] out = rebuilt.content().bytes();
    boolean odf = rebuilt.type().extension().startsWith("od");
    return new Passing(
        rebuilt.content().name(),
        PackageCheck.texts(out),
        threats,
        odf ? List.of() : PackageCheck.faults(out));
  }

  public static Outcome outcome(String name, byte[] bytes, String policy) {
    return DOOR.pass(Content.of(name, bytes), Policies.named(policy));
  }

  /// All that left, in one text.
  public String all() {
    return String.join("\n", parts.keySet()) + "\n" + String.join("\n", parts.values());
  }

  String part(String name) {
    return parts.getOrDefault(name, "");
  }
}
