package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlRules;

/// The names and rules of Office Open XML.
final class ElementRules {

  static final XmlNames NAMES =
      XmlNames.of(
          "ooxml/names-word.yaml",
          "ooxml/names-sheet.yaml",
          "ooxml/names-presentation.yaml",
          "ooxml/names-drawing.yaml",
          "ooxml/names-vml.yaml",
          "ooxml/names-extensions.yaml");

  static final XmlRules ALL = new XmlRules(NAMES, "ooxml/rules.yaml");

  private ElementRules() {}
}
