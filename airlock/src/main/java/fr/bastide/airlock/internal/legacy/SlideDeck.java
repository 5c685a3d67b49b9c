package fr.bastide.airlock.internal.legacy;

/// A PowerPoint presentation in the making: its slides over one empty master (ECMA-376 part 1).
final class SlideDeck {

  static final String NAMESPACES =
      " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  static final String TREE =
      "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
          + "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
          + "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";

  private static final String PRESENTATION = "ppt/presentation.xml";
  private static final String MASTER = "ppt/slideMasters/slideMaster1.xml";
  private static final String LAYOUT = "ppt/slideLayouts/slideLayout1.xml";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.presentationml.";

  private final OpcWriting opc;
  private final Markup slides = new Markup();
  private int count;

  SlideDeck(OpcWriting opc) {
    this.opc = opc;
  }

  String nextPart() {
    return "ppt/slides/slide" + (count + 1) + ".xml";
  }

  /// Adds a slide.
  ///
  /// @param content background and shapes, the inside of `p:cSld`
  void slide(Markup content, boolean hidden) {
    String part = nextPart();
    count++;
    opc.relate(part, "slideLayout", "../slideLayouts/slideLayout1.xml");
    Markup xml = new Markup().raw("<p:sld").raw(NAMESPACES).raw(hidden ? " show=\"0\">" : ">");
    xml.raw("<p:cSld>").append(content).raw("</p:cSld></p:sld>");
    opc.part(part, TYPE + "slide+xml", xml);
    String id = opc.relate(PRESENTATION, "slide", part.substring("ppt/".length()));
    slides.raw("<p:sldId").attribute("id", 255 + count).attribute("r:id", id).raw("/>");
  }

  /// The presentation.
  ///
  /// @param width of its slides in EMU
  /// @param height of its slides in EMU
  byte[] bytes(long width, long height) {
    opc.relate("", "officeDocument", PRESENTATION);
    String master = opc.relate(PRESENTATION, "slideMaster", "slideMasters/slideMaster1.xml");
    opc.relate(PRESENTATION, "theme", "theme/theme1.xml");
    String layout = opc.relate(MASTER, "slideLayout", "../slideLayouts/slideLayout1.xml");
    opc.relate(MASTER, "theme", "../theme/theme1.xml");
    opc.relate(LAYOUT, "slideMaster", "../slideMasters/slideMaster1.xml");
    opc.part(
        "ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme());
    opc.part(MASTER, TYPE + "slideMaster+xml", master(layout));
    opc.part(LAYOUT, TYPE + "slideLayout+xml", layout());
    Markup xml = new Markup().raw("<p:presentation").raw(NAMESPACES).raw("><p:sldMasterIdLst>");
    xml.raw("<p:sldMasterId id=\"2147483648\"").attribute("r:id", master);
    xml.raw("/></p:sldMasterIdLst>");
    if (count > 0) {
      xml.raw("<p:sldIdLst>").append(slides).raw("</p:sldIdLst>");
    }
    xml.raw("<p:sldSz").attribute("cx", width).attribute("cy", height).raw("/>");
    xml.raw("<p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
    opc.part(PRESENTATION, TYPE + "presentation.main+xml", xml);
    return opc.bytes();
  }

  private static Markup master(String layout) {
    Markup xml = new Markup().raw("<p:sldMaster").raw(NAMESPACES).raw("><p:cSld><p:bg><p:bgPr>");
    xml.raw("<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>");
    xml.raw("<p:spTree>").raw(TREE).raw(title()).raw("</p:spTree></p:cSld><p:clrMap");
    xml.raw(" bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\"");
    xml.raw(" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\"");
    xml.raw(" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst>");
    xml.raw("<p:sldLayoutId id=\"2147483649\"").attribute("r:id", layout);
    return xml.raw("/></p:sldLayoutIdLst></p:sldMaster>");
  }

  private static Markup layout() {
    Markup xml =
        new Markup().raw("<p:sldLayout").raw(NAMESPACES).raw(" type=\"titleOnly\"><p:cSld>");
    xml.raw("<p:spTree>").raw(TREE).raw(title()).raw("</p:spTree></p:cSld><p:clrMapOvr>");
    return xml.raw("<a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
  }

  private static String title() {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Titre\"/><p:cNvSpPr/><p:nvPr>"
        + "<p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
        + "<a:ext cx=\"9144000\" cy=\"1143000\"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p/>"
        + "</p:txBody></p:sp>";
  }

  private static Markup theme() {
    Markup xml =
        new Markup().raw("<a:theme name=\"Sobre\" xmlns:a=\"http://schemas.openxmlformats");
    xml.raw(".org/drawingml/2006/main\"><a:themeElements><a:clrScheme name=\"Sobre\">");
    String[] names = {
      "dk1",
      "lt1",
      "dk2",
      "lt2",
      "accent1",
      "accent2",
      "accent3",
      "accent4",
      "accent5",
      "accent6",
      "hlink",
      "folHlink"
    };
    String[] values = {
      "000000", "FFFFFF", "1F497D", "EEECE1", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6",
      "F79646", "0000FF", "800080"
    };
    for (int i = 0; i < names.length; i++) {
      xml.raw("<a:").raw(names[i]).raw("><a:srgbClr val=\"").raw(values[i]).raw("\"/></a:");
      xml.raw(names[i]).raw(">");
    }
    String face = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    xml.raw("</a:clrScheme><a:fontScheme name=\"Sobre\"><a:majorFont>").raw(face);
    xml.raw("</a:majorFont><a:minorFont>").raw(face).raw("</a:minorFont></a:fontScheme>");
    String fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    xml.raw("<a:fmtScheme name=\"Sobre\"><a:fillStyleLst>").raw(fill).raw(fill).raw(fill);
    xml.raw("</a:fillStyleLst><a:lnStyleLst>");
    for (int i = 0; i < 3; i++) {
      xml.raw("<a:ln w=\"9525\">").raw(fill).raw("</a:ln>");
    }
    xml.raw("</a:lnStyleLst><a:effectStyleLst>");
    for (int i = 0; i < 3; i++) {
      xml.raw("<a:effectStyle><a:effectLst/></a:effectStyle>");
    }
    xml.raw("</a:effectStyleLst><a:bgFillStyleLst>").raw(fill).raw(fill).raw(fill);
    return xml.raw("</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>");
  }
}
