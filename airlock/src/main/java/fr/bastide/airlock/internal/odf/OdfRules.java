package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlRules;
import fr.bastide.airlock.internal.xml.XmlSpace;
import java.util.Map;
import java.util.Set;

/// The names, rules and settings of OpenDocument.
final class OdfRules {

  static final XmlNames NAMES =
      XmlNames.of("odf/names-text.yaml", "odf/names-drawing.yaml", "odf/names-others.yaml");
  static final XmlRules RULES = new XmlRules(NAMES, "odf/rules.yaml");

  private static final Map<String, Object> SETTINGS = Resources.document("odf/settings.yaml");
  static final Set<String> ITEMS = XmlSpace.words(Resources.string(SETTINGS, "items"));
  static final Set<String> TEXTS = XmlSpace.words(Resources.string(SETTINGS, "texts"));
  static final Set<String> GROUPS = XmlSpace.words(Resources.string(SETTINGS, "groups"));

  private OdfRules() {}
}
