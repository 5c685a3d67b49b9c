package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.Locale;
import java.util.Map;
import org.xml.sax.Attributes;

/// One XML part of an office package: elements, attributes, fields and formulas that do something.
final class OfficeXmlAudit implements Sax.Eye {

  private static final Map<String, Threat> ELEMENTS =
      Map.ofEntries(
          Map.entry("altChunk", Threat.EMBEDDED_OBJECT),
          Map.entry("OLEObject", Threat.EMBEDDED_OBJECT),
          Map.entry("oleObj", Threat.EMBEDDED_OBJECT),
          Map.entry("oleObject", Threat.EMBEDDED_OBJECT),
          Map.entry("objectEmbed", Threat.EMBEDDED_OBJECT),
          Map.entry("objectLink", Threat.EXTERNAL_CONTENT),
          Map.entry("control", Threat.ACTIVE_CONTROL),
          Map.entry("ocx", Threat.ACTIVE_CONTROL),
          Map.entry("ddeLink", Threat.DYNAMIC_DATA_EXCHANGE),
          Map.entry("ddeItem", Threat.DYNAMIC_DATA_EXCHANGE),
          Map.entry("oleLink", Threat.EXTERNAL_CONTENT),
          Map.entry("externalBook", Threat.EXTERNAL_CONTENT),
          Map.entry("externalReference", Threat.EXTERNAL_CONTENT),
          Map.entry("subDoc", Threat.EXTERNAL_CONTENT),
          Map.entry("attachedTemplate", Threat.EXTERNAL_TEMPLATE),
          Map.entry("dbPr", Threat.DATA_CONNECTION),
          Map.entry("webPr", Threat.DATA_CONNECTION),
          Map.entry("olapPr", Threat.DATA_CONNECTION),
          Map.entry("customUI", Threat.INTERFACE_CHANGE),
          Map.entry("webextension", Threat.WEB_EXTENSION),
          Map.entry("mailMerge", Threat.DATA_CONNECTION),
          Map.entry("externalData", Threat.EXTERNAL_CONTENT),
          Map.entry("script", Threat.SCRIPT));

  private final String where;
  private final Remains remains;
  private final FieldText fields = new FieldText();
  private final StringBuilder formula = new StringBuilder();
  private String inside = "";

  OfficeXmlAudit(String where, Remains remains) {
    this.where = where;
    this.remains = remains;
  }

  void look(Bytes part) {
    Sax.read(part, where, this);
    if (fields.dangerous()) {
      remains.add(Threat.DYNAMIC_DATA_EXCHANGE, where);
    }
  }

  @Override
  public void instruction(String target) {
    remains.add(Threat.UNKNOWN_PART, where);
  }

  @Override
  public void start(String name, Attributes attributes) {
    Threat threat = ELEMENTS.get(name);
    if (threat != null) {
      remains.add(threat, where);
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      attribute(attributes.getLocalName(i), attributes.getValue(i));
    }
    switch (name) {
      case "fldChar" -> fieldChar(attributes);
      case "fldSimple", "instrText", "delInstrText", "f", "formula", "definedName" -> inside = name;
      default -> {}
    }
    formula.setLength(0);
  }

  private void fieldChar(Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals("fldCharType")) {
        switch (attributes.getValue(i)) {
          case "begin" -> fields.begin();
          case "end" -> fields.end();
          default -> {}
        }
      }
    }
  }

  private void attribute(String name, String value) {
    String small = value.strip().toLowerCase(Locale.ROOT);
    switch (name) {
      case "instr" -> fields.whole(value);
      case "macro", "onAction", "onLoad" -> {
        if (!small.isEmpty()) {
          remains.add(Threat.MACRO, where);
        }
      }
      case "action" -> {
        if (small.startsWith("ppaction://program")
            || small.startsWith("ppaction://macro")
            || small.startsWith("ppaction://ole")) {
          remains.add(Threat.LAUNCH, where);
        }
      }
      default -> {
        if (small.startsWith("javascript:")
            || small.startsWith("vbscript:")
            || small.startsWith("file:")
            || small.startsWith("\\\\")) {
          remains.add(Threat.DANGEROUS_LINK, where);
        }
      }
    }
  }

  @Override
  public void text(String text) {
    switch (inside) {
      case "instrText", "delInstrText" -> fields.instruction(text);
      case "f", "formula", "definedName" -> formula.append(text);
      default -> {}
    }
  }

  @Override
  public void end(String name) {
    boolean calculates = name.equals("f") || name.equals("formula") || name.equals("definedName");
    if (calculates && Formula.reachesOut(formula.toString())) {
      remains.add(Threat.FORMULA, where);
    }
    formula.setLength(0);
    if (name.equals(inside)) {
      inside = "";
    }
  }
}
