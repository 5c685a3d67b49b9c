package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlNode;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.xml.XmlWriting;
import fr.bastide.airlock.internal.zip.Member;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one part and writes it anew: the rows of sheets and shared strings one by one, all else
/// whole, since fields and animations reach across it.
final class PartWriting implements XmlScan.Receiver {

  private static final XmlNames NAMES = ElementRules.NAMES;
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String DRAWING = R + "/drawing";

  /// What comes after the drawing in a sheet (ECMA-376 part 1, 18.3.1.99).
  private static final Set<String> AFTER_DRAWING =
      Set.of(
          "x:legacyDrawing",
          "x:legacyDrawingHF",
          "x:drawingHF",
          "x:picture",
          "x:oleObjects",
          "x:controls",
          "x:tableParts",
          "x:extLst");

  private static final Set<String> OPENED = Set.of("x:worksheet", "x:sheetData", "x:sst");

  private final Assembly assembly;
  private final OutPart part;
  private final Ledger ledger;
  private final Workbook workbook;
  private final String where;
  private final Sieve sieve;
  private final PartLinks links;
  private final Alternatives alternatives = new Alternatives();
  private final XmlWriting out = new XmlWriting();
  private XmlElement above = new XmlElement("", "", "");
  private boolean written;
  private Optional<Map<String, VmlPictures.Shape>> besideSlide = Optional.empty();
  private List<SheetObjects.Picture> objects = List.of();

  PartWriting(Assembly assembly, OutPart part, Workbook workbook, Ledger ledger) {
    this.assembly = assembly;
    this.part = part;
    this.ledger = ledger;
    this.workbook = workbook;
    this.where = part.source().name();
    this.links = new PartLinks(assembly, part);
    SharedSpecial special =
        part.kind().path().startsWith("xl/")
            ? new SheetSpecial(assembly.policy(), links, ledger, where, workbook)
            : new SharedSpecial(assembly.policy(), links, ledger, where);
    this.sieve = new Sieve(links, ledger, where, special);
  }

  /// Rebuilds the part.
  ///
  /// @throws RefusedException when it is malformed, or nothing is left of it
  void run() {
    if (part.kind().id().equals("worksheet")) {
      objects = SheetObjects.of(assembly.source(), part.source());
    }
    XmlScan.read(part.source().bytes(), where, this);
    if (!written) {
      throw new RefusedException(Reason.MALFORMED, where);
    }
    part.bytes(out.bytes());
  }

  @Override
  public void declaration() {
    ledger.add(Threat.ENTITY, where);
  }

  @Override
  public boolean opens(XmlElement start) {
    return OPENED.contains(NAMES.label(start));
  }

  @Override
  public void open(XmlElement start) {
    alternatives.enter(start);
    sieve.start(start);
    out.open(start);
    above = start;
    written = true;
  }

  @Override
  public void piece(XmlElement whole) {
    alternatives.resolve(whole);
    objects(whole);
    reshape(whole);
    for (XmlNode node : sieve.sift(whole, above)) {
      if (node instanceof XmlElement element) {
        if (part.kind().id().equals("workbook")) {
          WorkbookShape.finish(element, workbook, where);
        }
        out.write(element);
        written = true;
      }
    }
  }

  private void reshape(XmlElement whole) {
    if (part.kind().isWord()) {
      WordShapes shapes = new WordShapes(assembly.policy().comments(), ledger, where);
      Reshaping.apply(whole, shapes::place);
      new WordFields(assembly.policy(), ledger, where).clean(whole);
    } else if (part.kind().path().startsWith("ppt/")) {
      Reshaping.apply(whole, new SlideShapes(ledger, where, this::besideSlide)::place);
    } else if (part.kind().id().equals("sheet-drawing")) {
      int number = 0;
      for (SheetObjects.Picture picture : part.objects()) {
        String reference = links.picture(picture.image(), picture.type());
        whole.add(SheetObjects.anchored(picture, reference, ++number));
      }
    }
  }

  /// The picture of an object that stands in the drawing beside a slide.
  private Optional<String> besideSlide(String shape) {
    if (besideSlide.isEmpty()) {
      besideSlide = Optional.of(VmlPictures.beside(assembly.source(), where));
    }
    return Optional.ofNullable(besideSlide.get().get(shape))
        .map(found -> links.picture(found.image(), found.type()));
  }

  /// Gives the pictures of a sheet's objects to its drawing, or to one made for them.
  private void objects(XmlElement piece) {
    String label = NAMES.label(piece);
    if (objects.isEmpty() || !(label.equals("x:drawing") || AFTER_DRAWING.contains(label))) {
      return;
    }
    Optional<OutPart> drawing =
        label.equals("x:drawing")
            ? SharedSpecial.reference(piece).filter(links::leaves).flatMap(this::target)
            : Optional.empty();
    if (drawing.isEmpty() && label.equals("x:drawing")) {
      return;
    }
    if (drawing.isEmpty()) {
      Member made =
          new Member(
              where + "#objects", SheetObjects.emptyDrawing().getBytes(StandardCharsets.UTF_8));
      OutPart own = assembly.drawing(made);
      String id = links.add(new OutPart.Link(DRAWING, "/" + own.path(), false));
      XmlElement element = piece.sibling("drawing");
      element.attributes(new ArrayList<>(List.of(new XmlAttribute("r", R, "id", id))));
      out.write(element);
      drawing = Optional.of(own);
    }
    drawing.get().objects().addAll(objects);
    objects = List.of();
  }

  private Optional<OutPart> target(String id) {
    OutPart.Link link = part.links().get(id);
    for (OutPart other : assembly.parts()) {
      if (link != null && link.target().equals("/" + other.path())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  @Override
  public void text(String value) {
    // Between the pieces of sheets and strings stands nothing but space.
  }

  @Override
  public void close() {
    out.close();
  }
}
