package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hslf.usermodel.HSLFBackground;
import org.apache.poi.hslf.usermodel.HSLFFill;
import org.apache.poi.hslf.usermodel.HSLFMasterSheet;
import org.apache.poi.hslf.usermodel.HSLFPictureData;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads PowerPoint presentations of 97 to 2003 (MS-PPT) into a new one: what each slide shows,
/// with the graphics of its master; no animation, sound, object or program.
final class PptReading {

  static final int EMU_PER_POINT = 12_700;

  /// MS-ODRAW 2.4.11 (MSOFILLTYPE).
  private static final int PICTURE_FILL = 3;

  private final OpcWriting opc = new OpcWriting();
  private final SlideDeck deck = new SlideDeck(opc);
  private final Workbench bench;
  private final Ledger ledger;
  private final Pictures pictures;

  private PptReading(Workbench bench, Ledger ledger) {
    this.bench = bench;
    this.ledger = ledger;
    this.pictures = new Pictures("ppt/media/", opc, bench, ledger);
  }

  static byte[] converted(POIFSFileSystem file, Workbench bench, Ledger ledger) throws IOException {
    try (HSLFSlideShow show = new HSLFSlideShow(file.getRoot())) {
      return new PptReading(bench, ledger).converted(show);
    }
  }

  private byte[] converted(HSLFSlideShow show) {
    List<HSLFSlide> slides = show.getSlides();
    if (slides.size() > bench.policy().limits().pages()) {
      throw new RefusedException(Reason.TOO_MANY_PARTS, "ppt");
    }
    long width = (long) show.getPageSize().width * EMU_PER_POINT;
    long height = (long) show.getPageSize().height * EMU_PER_POINT;
    PptThreats.tell(show, ledger);
    for (HSLFSlide slide : slides) {
      bench.parts(1);
      deck.slide(content(slide), slide.isHidden());
    }
    return deck.bytes(sane(width), sane(height));
  }

  private static long sane(long length) {
    return length < 914_400 || length > 51_206_400 ? 9_144_000 : length;
  }

  private Markup content(HSLFSlide slide) {
    String part = deck.nextPart();
    String where = "slide " + slide.getSlideNumber();
    Markup xml = new Markup();
    try {
      background(slide.getBackground(), part, where, xml);
    } catch (RuntimeException broken) {
      // The library throws whatever happens to it on broken drawings; the slide remains.
      ledger.add(Threat.UNKNOWN_PART, where);
    }
    xml.raw("<p:spTree>").raw(SlideDeck.TREE);
    PptShapes shapes = new PptShapes(part, where, opc, pictures, bench, ledger, xml);
    HSLFMasterSheet master = slide.getMasterSheet();
    if (master != null && slide.getFollowMasterObjects()) {
      shapes.write(master.getShapes(), true);
    }
    if (master != null) {
      shapes.ends(slide, master.getShapes());
    }
    shapes.write(slide.getShapes(), false);
    if (slide.getNotes() != null && !slide.getNotes().getTextParagraphs().isEmpty()) {
      ledger.once(Threat.HIDDEN_CONTENT, "notes");
    }
    return xml.raw("</p:spTree>");
  }

  private void background(HSLFBackground background, String part, String where, Markup xml) {
    if (background == null) {
      return;
    }
    HSLFFill fill = background.getFill();
    Optional<String> picture = Optional.empty();
    if (fill.getFillType() == PICTURE_FILL) {
      HSLFPictureData data = fill.getPictureData();
      picture =
          data == null ? Optional.empty() : pictures.part(data.getIndex(), data.getData(), where);
    }
    Color colour = fill.getForegroundColor();
    if (picture.isPresent()) {
      xml.raw("<p:bg><p:bgPr><a:blipFill><a:blip");
      xml.attribute("r:embed", opc.relate(part, "image", "../" + picture.get().substring(4)));
      xml.raw("/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>");
    } else if (colour != null) {
      xml.raw("<p:bg><p:bgPr>");
      PptShapes.solid(colour, xml);
      xml.raw("<a:effectLst/></p:bgPr></p:bg>");
    }
  }
}
