package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.zip.Member;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pictures of a document, each sent through the door; a grey point stands for one that does not
/// leave.
public final class Media {

  /// A picture that leaves.
  ///
  /// @param extension of its name
  @SuppressWarnings("ArrayRecordComponent") // a value on its way, never compared
  public record Picture(String extension, String mediaType, byte[] bytes) {}

  /// One grey point, PNG.
  private static final Picture PLACEHOLDER =
      new Picture(
          "png",
          "image/png",
          Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AwAA0ADPyP0+8wAA"
                      + "AABJRU5ErkJggg=="));

  private static final Set<ContentType> PICTURES =
      Set.of(
          ContentType.JPEG,
          ContentType.PNG,
          ContentType.GIF,
          ContentType.TIFF,
          ContentType.BMP,
          ContentType.SVG);

  private final Workbench bench;
  private final Ledger ledger;
  private final Map<String, Picture> done = new LinkedHashMap<>();

  public Media(Workbench bench, Ledger ledger) {
    this.bench = bench;
    this.ledger = ledger;
  }

  /// The picture rebuilt, or what stands for it.
  public Picture picture(Member member) {
    Picture known = done.get(member.name());
    if (known == null) {
      known = rebuilt(member);
      done.put(member.name(), known);
    }
    return known;
  }

  private Picture rebuilt(Member member) {
    if (member.bytes().length == 0) {
      return PLACEHOLDER;
    }
    if (Metafile.isOne(member.bytes())) {
      Optional<byte[]> bitmap = Metafile.bitmap(member.bytes());
      if (bitmap.isPresent()
          && bench.pass(Content.of("image.bmp", bitmap.get())) instanceof Outcome.Rebuilt rebuilt
          && PICTURES.contains(rebuilt.type())) {
        return picture(rebuilt);
      }
      return Metafile.rebuilt(member.bytes())
          .orElseGet(() -> {
            ledger.add(Threat.REFUSED_MEMBER, member.name());
            return PLACEHOLDER;
          });
    }
    String name = member.name().substring(member.name().lastIndexOf('/') + 1);
    return switch (bench.pass(Content.of(name, member.bytes()))) {
      case Outcome.Rebuilt rebuilt when PICTURES.contains(rebuilt.type()) -> {
        ledger.addAll(worthTelling(rebuilt.findings()), member.name());
        yield picture(rebuilt);
      }
      case Outcome.Rebuilt other -> {
        ledger.add(Threat.DISGUISED_TYPE, member.name());
        yield PLACEHOLDER;
      }
      case Outcome.Refused refused -> {
        ledger.add(Threat.REFUSED_MEMBER, member.name());
        yield PLACEHOLDER;
      }
    };
  }

  /// Programs find out themselves what a picture in a document is, whatever its name announces.
  private static List<Finding> worthTelling(List<Finding> findings) {
    return findings.stream().filter(f -> f.threat() != Threat.DISGUISED_TYPE).toList();
  }

  private static Picture picture(Outcome.Rebuilt rebuilt) {
    return new Picture(
        rebuilt.type().extension(), rebuilt.type().mediaType(), rebuilt.content().bytes());
  }
}
