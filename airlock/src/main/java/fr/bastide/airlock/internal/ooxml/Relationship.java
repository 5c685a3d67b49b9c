package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlScan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A relationship of a part (ECMA-376 part 2, clause 6.5).
record Relationship(String id, String type, String target, boolean external) {

  private static final int MAX_ID = 120;

  /// Those of one part of relationships.
  ///
  /// @throws RefusedException when two have one name, which two readers would resolve differently
  static List<Relationship> read(byte[] bytes, String where) {
    List<Relationship> list = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (XmlElement element : XmlScan.whole(bytes, where).elements()) {
      String id = element.attribute("Id").orElse("");
      String type = element.attribute("Type").orElse("");
      if (!element.name().equals("Relationship") || !isName(id)) {
        continue;
      }
      if (!ids.add(id)) {
        throw new RefusedException(Reason.MALFORMED, where);
      }
      list.add(
          new Relationship(
              id,
              type,
              element.attribute("Target").orElse("").strip(),
              element.attribute("TargetMode").orElse("").equalsIgnoreCase("External")));
    }
    return list;
  }

  private static boolean isName(String id) {
    if (id.isEmpty() || id.length() > MAX_ID) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = Character.isLetter(c) || c == '_';
      if (!letter && (i == 0 || !(Character.isDigit(c) || c == '-' || c == '.'))) {
        return false;
      }
    }
    return true;
  }

  /// What the type ends with.
  String word() {
    return PartRules.word(type);
  }
}
