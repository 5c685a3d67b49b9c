package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Where links, outlines and the opening lead: places within the document, and the web as far as
/// policy allows; all other actions go.
final class Targets {

  private static final Set<String> FITS =
      Set.of("XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV");
  private static final Set<String> TURNS = Set.of("NextPage", "PrevPage", "FirstPage", "LastPage");
  private static final int MAX_CHAIN = 20;

  private final Rebuild rebuild;
  private final Pages pages;
  private final TreeMap<String, COSArray> named = new TreeMap<>();

  Targets(Rebuild rebuild, Pages pages, COSDictionary catalog) {
    this.rebuild = rebuild;
    this.pages = pages;
    if (catalog.getDictionaryObject(COSName.DESTS) instanceof COSDictionary old) {
      for (COSName name : old.keySet()) {
        name(
            new String(name.getBytes(), java.nio.charset.StandardCharsets.ISO_8859_1),
            old.getItem(name));
      }
    }
    if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
      Trees.names(names.getItem(COSName.DESTS), rebuild).forEach(this::name);
    }
  }

  private void name(String name, COSBase item) {
    COSArray place = explicit(item);
    if (place != null) {
      named.putIfAbsent(name, place);
    }
  }

  /// The named places of the document; empty when it has none.
  Optional<COSDictionary> names() {
    return named.isEmpty() ? Optional.empty() : Optional.of(Trees.ofNames(named));
  }

  /// A place as it may stay: explicit, or a name that the document knows.
  @Nullable COSBase place(@Nullable COSBase item) {
    return switch (Copier.resolve(item)) {
      case COSString name -> known(Trees.latin(name));
      case COSName name ->
          known(new String(name.getBytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
      case null -> null;
      case COSBase value -> explicit(value);
    };
  }

  private @Nullable COSBase known(String name) {
    return named.containsKey(name) ? Trees.string(name) : null;
  }

  private @Nullable COSArray explicit(@Nullable COSBase item) {
    COSBase value = Copier.resolve(item);
    if (value instanceof COSDictionary holder) {
      value = holder.getDictionaryObject(COSName.D);
    }
    if (!(value instanceof COSArray array) || array.size() == 0) {
      return null;
    }
    COSBase target = array.getObject(0);
    COSObject page =
        target instanceof COSInteger index
            ? pages.at(index.intValue())
            : target instanceof COSDictionary dictionary ? pages.of(dictionary) : null;
    if (page == null) {
      return null;
    }
    COSArray copy = new COSArray();
    copy.add(page);
    boolean fits =
        array.size() > 1
            && array.getObject(1) instanceof COSName fit
            && FITS.contains(fit.getName());
    copy.add(fits ? array.getObject(1) : COSName.getPDFName("Fit"));
    for (int i = 2; fits && i < Math.min(array.size(), 6); i++) {
      copy.add(array.getObject(i) instanceof COSNumber number ? number : COSNull.NULL);
    }
    return copy;
  }

  /// Gives a copy the place or the link of its original; says whether it has one.
  boolean lead(COSDictionary source, COSDictionary copy) {
    for (String hook : List.of("AA", "PA")) {
      rebuild.dropped(hook, source.getItem(COSName.getPDFName(hook)));
    }
    COSBase place = place(source.getItem(COSName.DEST));
    if (place != null) {
      copy.setItem(COSName.DEST, place);
    }
    if (source.getDictionaryObject(COSName.A) instanceof COSDictionary action) {
      COSDictionary kept = action(action);
      if (kept != null && place == null) {
        copy.setItem(COSName.A, kept);
      }
    }
    return copy.containsKey(COSName.A) || copy.containsKey(COSName.DEST);
  }

  /// The action as it may stay; what goes of it is reported.
  @Nullable COSDictionary action(COSDictionary action) {
    chain(action.getItem(COSName.NEXT));
    String type = action.getNameAsString(COSName.S, "");
    COSDictionary copy = new COSDictionary();
    copy.setItem(COSName.S, COSName.getPDFName(type));
    switch (type) {
      case "GoTo" -> {
        COSBase place = place(action.getItem(COSName.D));
        if (place == null) {
          return null;
        }
        copy.setItem(COSName.D, place);
        return copy;
      }
      case "URI" -> {
        return web(action, copy);
      }
      case "Named" -> {
        COSName name = action.getCOSName(COSName.N);
        if (name != null && TURNS.contains(name.getName())) {
          copy.setItem(COSName.N, name);
          return copy;
        }
      }
      default -> {}
    }
    rebuild.found(rebuild.grammar.action(type));
    return null;
  }

  private @Nullable COSDictionary web(COSDictionary action, COSDictionary copy) {
    String address =
        action.getDictionaryObject(COSName.URI) instanceof COSString text ? Trees.latin(text) : "";
    Optional<String> plain = WebLink.plain(address);
    if (plain.isEmpty()) {
      rebuild.found(Threat.DANGEROUS_LINK);
      return null;
    }
    if (rebuild.policy.links() == Policy.Links.NONE) {
      rebuild.found(Threat.LINK);
      return null;
    }
    copy.setItem(COSName.URI, new COSString(plain.get()));
    return copy;
  }

  /// Reports the actions that would follow one.
  private void chain(@Nullable COSBase next) {
    IdentityHashMap<COSBase, Boolean> seen = new IdentityHashMap<>();
    COSBase value = Copier.resolve(next);
    while (value instanceof COSDictionary action
        && seen.size() < MAX_CHAIN
        && seen.put(action, true) == null) {
      rebuild.found(rebuild.grammar.action(action.getNameAsString(COSName.S, "")));
      value = action.getDictionaryObject(COSName.NEXT);
    }
    if (value instanceof COSArray several) {
      for (int i = 0; i < Math.min(several.size(), MAX_CHAIN); i++) {
        if (several.getObject(i) instanceof COSDictionary action) {
          rebuild.found(rebuild.grammar.action(action.getNameAsString(COSName.S, "")));
        }
      }
    }
  }

  /// The place the document opens at, when that is all its opening does.
  @Nullable COSBase opening(@Nullable COSBase item) {
    COSBase value = Copier.resolve(item);
    if (!(value instanceof COSDictionary action)) {
      return value == null ? null : explicit(value);
    }
    if ("GoTo".equals(action.getNameAsString(COSName.S, ""))) {
      chain(action.getItem(COSName.NEXT));
      return explicit(action.getDictionaryObject(COSName.D));
    }
    rebuild.found(Threat.AUTOMATIC_ACTION);
    chain(action);
    return null;
  }
}
