package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// The document as a whole: its catalog, and the order in which its parts are rebuilt.
final class Document {

  private static final byte[] IDENTIFIER = "Bastide airlock.".getBytes(StandardCharsets.US_ASCII);
  private static final List<COSName> TOLD =
      List.of(COSName.TITLE, COSName.AUTHOR, COSName.SUBJECT, COSName.KEYWORDS);
  private static final List<String> HOOKS =
      List.of(
          "AA",
          "AF",
          "Collection",
          "NeedsRendering",
          "Metadata",
          "PieceInfo",
          "Threads",
          "SpiderInfo",
          "URI",
          "Perms",
          "Legal",
          "DSS");
  private static final List<String> NAME_TREES =
      List.of(
          "JavaScript",
          "EmbeddedFiles",
          "Renditions",
          "Templates",
          "Pages",
          "IDS",
          "URLS",
          "AlternatePresentations");

  private final Rebuild rebuild;
  private final COSDictionary source;
  private final COSDictionary trailer;
  private final COSDictionary catalog = new COSDictionary();

  private Document(Rebuild rebuild, COSDictionary source, COSDictionary trailer) {
    this.rebuild = rebuild;
    this.source = source;
    this.trailer = trailer;
  }

  static Outcome rebuild(Content content, PDDocument document, Envelope envelope, Workbench bench) {
    COSDocument objects = document.getDocument();
    COSDictionary trailer = objects.getTrailer();
    if (trailer == null
        || !(trailer.getDictionaryObject(COSName.ROOT) instanceof COSDictionary catalog)) {
      throw new RefusedException(Reason.MALFORMED, "trailer");
    }
    bench.parts(objects.getXrefTable().size() / 16);
    Rebuild rebuild = new Rebuild(bench, catalog);
    envelope.check(objects.getXrefTable(), rebuild.findings);
    Unlisted.check(catalog, envelope.unlisted(objects.getXrefTable()));
    byte[] bytes = new Document(rebuild, catalog, trailer).write();
    if (bytes.length > bench.policy().limits().bytes()) {
      throw new RefusedException(Reason.TOO_LARGE, "");
    }
    return new Outcome.Rebuilt(
        new Content(content.name(), content.declaredType(), bytes),
        ContentType.PDF,
        rebuild.findings.list());
  }

  private byte[] write() {
    rebuild.at("document");
    hooks();
    Pages pages = new Pages(rebuild, source);
    Targets targets = new Targets(rebuild, pages, source);
    Forms forms = new Forms(rebuild, source);
    Annotations annotations = new Annotations(rebuild, targets, forms);
    pages.write(annotations);
    rebuild.at("document");
    rebuild
        .grammar
        .keys("Catalog")
        .forEach((key, shape) ->
            put(COSName.getPDFName(key), rebuild.copier.now(source.getItem(key), shape)));
    catalog.setItem(COSName.TYPE, COSName.CATALOG);
    catalog.setItem(COSName.PAGES, pages.root());
    put(COSName.OPEN_ACTION, targets.opening(source.getItem(COSName.OPEN_ACTION)));
    targets
        .names()
        .ifPresent(names -> {
          COSDictionary trees = new COSDictionary();
          trees.setItem(COSName.DESTS, rebuild.output.add(names));
          catalog.setItem(COSName.NAMES, trees);
        });
    put(COSName.OUTLINES, new Outlines(rebuild, targets).copy(source.getItem(COSName.OUTLINES)));
    put(COSName.ACRO_FORM, forms.written());
    rebuild.copier.drain();
    labels();
    Structure structure = new Structure(rebuild, pages, annotations);
    put(COSName.STRUCT_TREE_ROOT, structure.copy(source.getItem(COSName.STRUCT_TREE_ROOT)));
    COSDictionary information = information();
    archival(information);
    COSObject root = rebuild.output.add(catalog);
    COSObject info = information.size() == 0 ? null : rebuild.output.add(information);
    rebuild.copier.drain();
    rebuild.output.prune();
    rebuild.drawings.check();
    return PdfWriter.write(rebuild.output, "1.7", root, info, Arrays.copyOf(IDENTIFIER, 16));
  }

  private void put(COSName key, @Nullable COSBase value) {
    if (value != null) {
      catalog.setItem(key, value);
    }
  }

  /// Reports the dangers that hang on the catalog; none of them is copied anywhere.
  private void hooks() {
    for (String key : HOOKS) {
      rebuild.dropped(key, source.getItem(COSName.getPDFName(key)));
    }
    if (source.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
      for (String key : NAME_TREES) {
        COSBase tree = names.getItem(COSName.getPDFName(key));
        if (tree != null) {
          rebuild.dropped(key, tree);
        }
      }
    }
  }

  private void labels() {
    java.util.Map<Integer, COSBase> entries = new java.util.TreeMap<>();
    Trees.numbers(source.getItem(COSName.PAGE_LABELS), rebuild)
        .forEach((page, label) -> {
          COSBase copy = rebuild.copier.now(label, new Shape.Kind("PageLabel"));
          if (copy != null && page >= 0) {
            entries.put(page, copy);
          }
        });
    if (!entries.isEmpty()) {
      catalog.setItem(COSName.PAGE_LABELS, Trees.ofNumbers(entries));
    }
  }

  /// The mark of a document made for archives, and the colours it is meant for.
  private void archival(COSDictionary information) {
    Optional<Conformance> mark =
        source.getDictionaryObject(COSName.METADATA) instanceof COSStream metadata
            ? Conformance.of(rebuild.streams.plain(metadata, rebuild.place()))
            : Optional.empty();
    if (mark.isEmpty()) {
      return;
    }
    put(
        COSName.OUTPUT_INTENTS,
        rebuild.copier.now(
            source.getItem(COSName.OUTPUT_INTENTS),
            new Shape.ListOf(new Shape.Kind("OutputIntent"))));
    COSDictionary stream = new COSDictionary();
    stream.setItem(COSName.TYPE, COSName.METADATA);
    stream.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
    catalog.setItem(COSName.METADATA, rebuild.output.add(stream, mark.get().metadata(information)));
  }

  /// What the document says of itself, as policy allows.
  private COSDictionary information() {
    rebuild.at("document");
    COSDictionary copy = new COSDictionary();
    if (!(trailer.getDictionaryObject(COSName.INFO) instanceof COSDictionary told)) {
      return copy;
    }
    for (COSName key : TOLD) {
      if (rebuild.policy.metadata() && told.getDictionaryObject(key) instanceof COSString text) {
        copy.setItem(key, new COSString(text.getBytes()));
      }
    }
    if (copy.size() < told.size()) {
      rebuild.findings.once(Threat.METADATA, "document");
    }
    return copy;
  }
}
