package fr.bastide.airlock;

import fr.bastide.airlock.internal.archive.ArchiveDisarmer;
import fr.bastide.airlock.internal.image.ImageDisarmer;
import fr.bastide.airlock.internal.image.SvgDisarmer;
import fr.bastide.airlock.internal.legacy.LegacyDisarmer;
import fr.bastide.airlock.internal.odf.OdfDisarmer;
import fr.bastide.airlock.internal.ooxml.OoxmlDisarmer;
import fr.bastide.airlock.internal.ooxml.XlsbDisarmer;
import fr.bastide.airlock.internal.pdf.PdfDisarmer;
import fr.bastide.airlock.internal.pixels.PixelPdfDisarmer;
import fr.bastide.airlock.internal.text.TextDisarmer;
import fr.bastide.airlock.mail.MailDisarmer;
import fr.bastide.airlock.worker.Crafts;
import java.util.List;

/// The disarmers of the house, one list.
public final class Disarmers implements Crafts {

  /// Every disarmer there is.
  public static List<Disarmer> all() {
    return List.of(
        new PixelPdfDisarmer(new PdfDisarmer()),
        new OoxmlDisarmer(),
        new XlsbDisarmer(),
        new OdfDisarmer(),
        new LegacyDisarmer(),
        new ImageDisarmer(),
        new SvgDisarmer(),
        new TextDisarmer(),
        new ArchiveDisarmer(),
        new MailDisarmer());
  }

  @Override
  public List<Disarmer> get() {
    return all();
  }
}
