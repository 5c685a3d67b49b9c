package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Threat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Everything that holds content: forms, appearances, tiling patterns; each leaves with the
/// resources that it uses and no others.
final class Contents {

  private static final Map<COSName, String> CATEGORIES =
      Map.of(
          COSName.FONT, "Font",
          COSName.XOBJECT, "XObject",
          COSName.COLORSPACE, "ColorSpace",
          COSName.PATTERN, "Pattern",
          COSName.SHADING, "Shading");
  private static final Set<COSName> INHERITING =
      Set.of(COSName.XOBJECT, COSName.PATTERN, COSName.FONT);
  private static final List<String> DEFAULT_SPACES =
      List.of("DefaultGray", "DefaultRGB", "DefaultCMYK");

  /// Content written anew with what it uses.
  record Written(byte[] bytes, COSDictionary resources) {}

  private final Rebuild rebuild;

  Contents(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /// The resources of a dictionary, or else the inherited ones.
  static COSDictionary resources(COSDictionary holder, COSDictionary inherited) {
    return holder.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary own
        ? own
        : inherited;
  }

  Written write(byte[] content, COSDictionary resources) {
    ContentRewriter rewriter = new ContentRewriter(rebuild, content, resources);
    byte[] bytes = rewriter.rewrite();
    COSDictionary used = used(rewriter.used(), resources);
    rebuild.drawings.note(used, rewriter.used().drawn());
    return new Written(bytes, used);
  }

  private COSDictionary used(UsedNames used, COSDictionary resources) {
    COSDictionary copy = new COSDictionary();
    used.byCategory()
        .forEach((category, names) -> {
          COSDictionary copies = new COSDictionary();
          if (resources.getDictionaryObject(category) instanceof COSDictionary source) {
            for (COSName name : names) {
              COSBase item = source.getItem(name);
              put(copies, name, rebuild.copier.copy(item, shape(category, item, resources)));
            }
          }
          if (copies.size() > 0) {
            copy.setItem(category, copies);
          }
        });
    defaults(resources, copy);
    return copy;
  }

  /// The spaces that stand for the device spaces are used without being named.
  private void defaults(COSDictionary resources, COSDictionary copy) {
    if (!(resources.getDictionaryObject(COSName.COLORSPACE) instanceof COSDictionary source)) {
      return;
    }
    for (String name : DEFAULT_SPACES) {
      COSName key = COSName.getPDFName(name);
      COSBase space = rebuild.copier.now(source.getItem(key), new Shape.Special("ColorSpace"));
      if (space != null) {
        COSDictionary spaces =
            copy.getDictionaryObject(COSName.COLORSPACE) instanceof COSDictionary there
                ? there
                : new COSDictionary();
        spaces.setItem(key, space);
        copy.setItem(COSName.COLORSPACE, spaces);
      }
    }
  }

  /// The shape of a resource; what has no resources of its own takes those of its user along.
  private static Shape shape(COSName category, @Nullable COSBase item, COSDictionary resources) {
    String name = CATEGORIES.get(category);
    if (name == null) {
      return new Shape.Kind("GraphicsState");
    }
    boolean inherits =
        INHERITING.contains(category)
            && Copier.resolve(item) instanceof COSDictionary holder
            && !(holder.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary);
    return inherits && !isPicture(item)
        ? new Shape.Special(name, resources)
        : new Shape.Special(name);
  }

  private static boolean isPicture(@Nullable COSBase item) {
    return Copier.resolve(item) instanceof COSDictionary holder
        && "Image".equals(holder.getNameAsString(COSName.SUBTYPE));
  }

  private static void put(COSDictionary into, COSName key, @Nullable COSBase value) {
    if (value != null) {
      into.setItem(key, value);
    }
  }

  /// A form or a picture; nothing for what is neither, and for what a hidden layer holds.
  @Nullable COSBase external(COSBase value, COSDictionary inherited) {
    if (!(value instanceof COSStream stream)) {
      return null;
    }
    if ("Image".equals(stream.getNameAsString(COSName.SUBTYPE))) {
      return rebuild.pictures.copy(stream);
    }
    boolean form =
        "Form".equals(stream.getNameAsString(COSName.SUBTYPE))
            || !stream.containsKey(COSName.SUBTYPE) && stream.containsKey(COSName.BBOX);
    if (!form || "PS".equals(stream.getNameAsString("Subtype2"))) {
      rebuild.found(Threat.UNKNOWN_PART);
      return null;
    }
    return form(stream, inherited);
  }

  private @Nullable COSBase form(COSStream stream, COSDictionary inherited) {
    if (external(stream)) {
      return null;
    }
    COSDictionary copy = rebuild.copier.dictionary(stream, "Form");
    copy.setItem(COSName.TYPE, COSName.XOBJECT);
    copy.setItem(COSName.SUBTYPE, COSName.FORM);
    return content(stream, resources(stream, inherited), copy);
  }

  /// Whether the bytes of a stream are somewhere else.
  private boolean external(COSStream stream) {
    if (stream.containsKey(COSName.F)) {
      rebuild.found(Threat.EXTERNAL_CONTENT);
      return true;
    }
    return false;
  }

  private COSBase content(COSStream stream, COSDictionary resources, COSDictionary copy) {
    Written written = write(rebuild.streams.plain(stream, rebuild.place()), resources);
    copy.setItem(COSName.RESOURCES, written.resources());
    return rebuild.output.addDeflated(copy, written.bytes());
  }

  /// The normal appearance: a form, or one form for each state.
  @Nullable COSBase appearance(COSBase value, COSDictionary inherited) {
    if (value instanceof COSStream stream) {
      return external(stream) || "Image".equals(stream.getNameAsString(COSName.SUBTYPE))
          ? null
          : form(stream, inherited);
    }
    if (!(value instanceof COSDictionary states)) {
      return null;
    }
    COSDictionary copy = new COSDictionary();
    for (COSName state : states.keySet()) {
      if (Copier.resolve(states.getItem(state)) instanceof COSStream stream) {
        put(copy, state, rebuild.copier.copy(stream, new Shape.Special("Appearance", inherited)));
      } else {
        // The state stays one that a box can take, though it has no look.
        copy.setItem(state, blank());
      }
    }
    return copy;
  }

  private COSBase blank() {
    COSDictionary form = new COSDictionary();
    form.setItem(COSName.TYPE, COSName.XOBJECT);
    form.setItem(COSName.SUBTYPE, COSName.FORM);
    form.setItem(COSName.BBOX, Boxes.letter());
    form.setItem(COSName.RESOURCES, new COSDictionary());
    return rebuild.output.addDeflated(form, new byte[0]);
  }

  @Nullable COSBase pattern(COSBase value, COSDictionary inherited) {
    if (!(value instanceof COSDictionary pattern)) {
      return null;
    }
    if (pattern.getInt(COSName.PATTERN_TYPE, 0) == 2) {
      return rebuild.copier.dictionary(pattern, "ShadingPattern");
    }
    if (!(pattern instanceof COSStream stream) || external(stream)) {
      return null;
    }
    COSDictionary copy = rebuild.copier.dictionary(stream, "TilingPattern");
    return content(stream, resources(stream, inherited), copy);
  }

  /// The drawings of a font's glyphs, each with the resources of the font.
  COSDictionary glyphs(COSDictionary drawings, COSDictionary resources, COSDictionary used) {
    COSDictionary copies = new COSDictionary();
    for (COSName glyph : drawings.keySet()) {
      if (Copier.resolve(drawings.getItem(glyph)) instanceof COSStream stream
          && !external(stream)) {
        rebuild.bench.parts(1);
        Written written = write(rebuild.streams.plain(stream, rebuild.place()), resources);
        merge(written.resources(), used);
        copies.setItem(glyph, rebuild.output.addDeflated(new COSDictionary(), written.bytes()));
      }
    }
    return copies;
  }

  static void merge(COSDictionary from, COSDictionary into) {
    for (COSName category : from.keySet()) {
      if (from.getItem(category) instanceof COSDictionary names) {
        if (into.getItem(category) instanceof COSDictionary there) {
          there.addAll(names);
        } else {
          into.setItem(category, names);
        }
      }
    }
  }
}
