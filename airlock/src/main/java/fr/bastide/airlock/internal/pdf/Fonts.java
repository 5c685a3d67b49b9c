package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Threat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Fonts (ISO 32000-2, 9.5 to 9.10): dictionaries by the grammar, programs written anew or checked,
/// character maps written anew, glyph drawings as content.
final class Fonts {

  private final Rebuild rebuild;

  Fonts(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// @param inherited resources of whoever uses the font, for glyph drawings without their own
  @Nullable COSBase copy(COSBase value, COSDictionary inherited) {
    if (!(value instanceof COSDictionary font)) {
      return null;
    }
    return switch (font.getNameAsString(COSName.SUBTYPE, "Type1")) {
      case "Type1", "MMType1", "TrueType" -> rebuild.copier.dictionary(font, "Font");
      case "Type0" -> rebuild.copier.dictionary(font, "CompositeFont");
      case "Type3" -> drawn(font, inherited);
      default -> unnamed(font);
    };
  }

  /// A font of a kind that readers do not know either: they take it for a plain one.
  private COSBase unnamed(COSDictionary font) {
    boolean composite = font.containsKey(COSName.DESCENDANT_FONTS);
    COSDictionary copy = rebuild.copier.dictionary(font, composite ? "CompositeFont" : "Font");
    copy.setItem(COSName.SUBTYPE, composite ? COSName.TYPE0 : COSName.TYPE1);
    return copy;
  }

  private @Nullable COSBase drawn(COSDictionary font, COSDictionary inherited) {
    COSDictionary copy = rebuild.copier.dictionary(font, "GlyphFont");
    if (!(font.getDictionaryObject(COSName.CHAR_PROCS) instanceof COSDictionary drawings)) {
      return null;
    }
    COSDictionary used = new COSDictionary();
    copy.setItem(
        COSName.CHAR_PROCS,
        rebuild.contents.glyphs(drawings, Contents.resources(font, inherited), used));
    copy.setItem(COSName.RESOURCES, used);
    return copy;
  }

  /// A font and its size, as a graphics state holds them.
  @Nullable COSBase choice(COSBase value) {
    if (!(value instanceof COSArray array)
        || array.size() != 2
        || !(array.getObject(1) instanceof COSNumber size)) {
      return null;
    }
    COSBase font = rebuild.copier.copy(array.get(0), new Shape.Special("Font"));
    if (font == null) {
      return null;
    }
    COSArray copy = new COSArray();
    copy.add(font);
    copy.add(size);
    return copy;
  }

  /// The program of a font; nothing when it does not parse, so that the reader takes another font.
  @Nullable COSBase program(COSBase value) {
    if (!(value instanceof COSStream stream)) {
      return null;
    }
    if (stream.containsKey(COSName.F)) {
      rebuild.found(Threat.EXTERNAL_CONTENT);
      return null;
    }
    byte[] bytes = rebuild.streams.plain(stream, rebuild.place());
    FontProgram program = FontProgram.checked(bytes, stream);
    if (program == null) {
      rebuild.found(Threat.UNKNOWN_PART);
      return null;
    }
    return rebuild.output.addDeflated(program.dictionary(), program.bytes());
  }

  /// A map from codes to characters or glyphs.
  @Nullable COSBase map(COSBase value) {
    if (value instanceof COSName name) {
      return name;
    }
    if (!(value instanceof COSStream stream)) {
      return null;
    }
    COSDictionary copy = new COSDictionary();
    if ("CMap".equals(stream.getNameAsString(COSName.TYPE))) {
      copy.setItem(COSName.TYPE, COSName.getPDFName("CMap"));
      put(copy, stream, "CMapName", new Shape.Name(java.util.Set.of()));
      put(copy, stream, "CIDSystemInfo", new Shape.Kind("CidSystem"));
      put(copy, stream, "WMode", Shape.Scalar.INTEGER);
      put(copy, stream, "UseCMap", new Shape.Special("CMap"));
    }
    byte[] map = CharacterMap.rebuilt(rebuild.streams.plain(stream, rebuild.place()));
    if (map.length == 0) {
      return null;
    }
    return rebuild.output.addDeflated(copy, map);
  }

  private void put(COSDictionary copy, COSStream stream, String key, Shape shape) {
    COSBase part = rebuild.copier.now(stream.getItem(COSName.getPDFName(key)), shape);
    if (part != null) {
      copy.setItem(COSName.getPDFName(key), part);
    }
  }
}
