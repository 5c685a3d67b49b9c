package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// One rebuilding: the bench, the new document, and the copiers that know each other through it.
final class Rebuild {

  private static final int MAX_GLYPH_MAP = 131_072;
  private static final int MAX_LOOK = 64;

  final Workbench bench;
  final Policy policy;
  final Grammar grammar = Grammar.HOUSE;
  final Findings findings = new Findings();
  final Output output = new Output();
  final Streams streams;
  final Layers layers;
  final Copier copier = new Copier(this);
  final Colors colors = new Colors(this);
  final Functions functions = new Functions(this);
  final Shadings shadings = new Shadings(this);
  final Fonts fonts = new Fonts(this);
  final Pictures pictures = new Pictures(this);
  final Drawings drawings = new Drawings(this);
  final Contents contents = new Contents(this);
  private String place = "";

  Rebuild(Workbench bench, COSDictionary catalog) {
    this.bench = bench;
    this.policy = bench.policy();
    this.streams = new Streams(bench);
    this.layers = new Layers(catalog, this);
  }

  /// Where the work is: `page 3`.
  String place() {
    return place;
  }

  void at(String place) {
    this.place = place;
  }

  void found(Threat threat) {
    findings.add(threat, place);
  }

  /// Says that a key was left behind, unless it does not matter.
  void dropped(String key, @Nullable COSBase item) {
    COSBase value = Copier.resolve(item);
    if (value == null
        || value instanceof COSArray array && array.size() == 0
        || value instanceof COSDictionary dictionary
            && !(value instanceof COSStream)
            && dictionary.size() == 0) {
      return;
    }
    Optional<Threat> threat = grammar.threat(key);
    threat.ifPresent(this::found);
    if (threat.isPresent()) {
      lookInto(value, 0);
    }
  }

  /// Names the actions within something that was left behind.
  void lookInto(@Nullable COSBase item, int depth) {
    COSBase value = Copier.resolve(item);
    if (depth > 4 || value == null) {
      return;
    }
    if (value instanceof COSDictionary dictionary) {
      if (dictionary.getDictionaryObject(COSName.S) instanceof COSName type
          && dictionary.size() <= MAX_LOOK
          && ("Action".equals(dictionary.getNameAsString(COSName.TYPE)) || depth <= 1)) {
        Threat threat = grammar.action(type.getName());
        if (threat != Threat.UNKNOWN_PART) {
          found(threat);
        }
        return;
      }
      int seen = 0;
      for (COSName key : dictionary.keySet()) {
        if (seen++ > MAX_LOOK) {
          return;
        }
        if (!"Parent".equals(key.getName()) && !"P".equals(key.getName())) {
          lookInto(dictionary.getItem(key), depth + 1);
        }
      }
    } else if (value instanceof COSArray array && array.size() <= MAX_LOOK) {
      for (int i = 0; i < array.size(); i++) {
        lookInto(array.get(i), depth + 1);
      }
    }
  }

  /// Copies what has rules of its own.
  @Nullable COSBase special(Shape.Special special, COSBase value) {
    return switch (special.name()) {
      case "ColorSpace" -> colors.copy(value);
      case "Function" -> functions.copy(value);
      case "Functions" -> functions.several(value);
      case "Shading" -> shadings.copy(value);
      case "Pattern" -> contents.pattern(value, special.inherited());
      case "XObject" -> contents.external(value, special.inherited());
      case "Appearance" -> contents.appearance(value, special.inherited());
      case "Font" -> fonts.copy(value, special.inherited());
      case "FontChoice" -> fonts.choice(value);
      case "FontProgram" -> fonts.program(value);
      case "CMap" -> fonts.map(value);
      case "Bytes" -> glyphMap(value);
      case "FieldValue" -> fieldValue(value);
      case "OutputProfile" -> value instanceof COSStream stream ? colors.profile(stream) : null;
      case "Attributes" -> Structure.attributes(this, value);
      default -> throw new IllegalArgumentException("no special " + special.name());
    };
  }

  private @Nullable COSBase glyphMap(COSBase value) {
    if (!(value instanceof COSStream stream)) {
      return null;
    }
    byte[] bytes = streams.plain(stream, place);
    return bytes.length > MAX_GLYPH_MAP ? null : output.addDeflated(new COSDictionary(), bytes);
  }

  private @Nullable COSBase fieldValue(COSBase value) {
    return switch (value) {
      case COSStream stream -> new COSString(streams.plain(stream, place));
      case COSDictionary dictionary -> null;
      case COSNull nothing -> null;
      default -> Copier.plain(value, 0);
    };
  }
}
