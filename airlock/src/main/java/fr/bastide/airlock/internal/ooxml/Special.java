package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.xml.XmlElement;

/// Judges elements of a format that no list can judge: by their values, links and formulas.
interface Special {

  /// What happens to an element; it may be changed on the way.
  ///
  /// @param label the element as rules call it
  Verdict judge(String label, XmlElement element, XmlElement parent);
}
