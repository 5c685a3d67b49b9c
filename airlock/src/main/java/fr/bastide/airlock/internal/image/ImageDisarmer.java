package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Set;

/// Rebuilds pictures from their pixels: whatever else a file holds (comments, places, profiles,
/// thumbnails, data after the end) has no way across.
///
/// JPEG, PNG, GIF and TIFF stay what they are; BMP and WebP leave as PNG, or as JPEG when they are
/// photographs without transparency. Colours are brought to sRGB and turned pictures stood upright,
/// since the data that told so is gone.
public final class ImageDisarmer implements Disarmer {

  @Override
  public Set<ContentType> types() {
    return Set.of(
        ContentType.JPEG,
        ContentType.PNG,
        ContentType.GIF,
        ContentType.WEBP,
        ContentType.TIFF,
        ContentType.BMP);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    Ledger ledger = new Ledger();
    try {
      return rebuilt(content, type, bench, ledger);
    } catch (RefusedException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // The platform's and the library's readers throw whatever happens to them on broken files.
      throw new RefusedException(Reason.MALFORMED, type.extension(), broken);
    }
  }

  private static Outcome rebuilt(Content content, ContentType type, Workbench bench, Ledger ledger)
      throws IOException {
    byte[] bytes = content.bytes();
    return switch (type) {
      case JPEG ->
          outcome(content, type, Encoding.jpeg(Decoding.jpeg(bytes, bench, ledger)), ledger);
      case PNG -> outcome(content, type, Encoding.png(Decoding.png(bytes, bench, ledger)), ledger);
      case GIF -> outcome(content, type, GifFrames.rebuilt(bytes, bench, ledger), ledger);
      case TIFF -> outcome(content, type, TiffPages.rebuilt(bytes, bench), ledger);
      case BMP -> {
        ledger.add(Threat.CONVERTED, "bmp");
        yield outcome(content, ContentType.PNG, Encoding.png(Decoding.bmp(bytes, bench)), ledger);
      }
      case WEBP -> webp(content, Decoding.webp(bytes, bench), ledger);
      default -> throw new RefusedException(Reason.UNKNOWN_KIND, "");
    };
  }

  private static Outcome webp(Content content, Picture picture, Ledger ledger) {
    ledger.add(Threat.CONVERTED, "webp");
    boolean lossy = WebpShape.check(content.bytes(), ledger);
    BufferedImage pixels = picture.pixels();
    return lossy && !pixels.getColorModel().hasAlpha()
        ? outcome(content, ContentType.JPEG, Encoding.jpeg(picture), ledger)
        : outcome(content, ContentType.PNG, Encoding.png(picture), ledger);
  }

  private static Outcome outcome(Content content, ContentType type, byte[] bytes, Ledger ledger) {
    return new Outcome.Rebuilt(LeavingNames.content(content, type, bytes), type, ledger.list());
  }
}
