package fr.bastide.print.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// Completes what the layout engine leaves open for PDF/UA-1 (ISO 14289-1), beyond what a machine
/// checks: captions inside their tables, no empty table feet, and apostrophes that copy as such.
final class UniversalAccess {

  private static final COSName CAPTION = COSName.getPDFName("Caption");
  private static final COSName TABLE = COSName.getPDFName("Table");
  private static final COSName FOOT = COSName.getPDFName("TFoot");
  private static final COSName TO_UNICODE = COSName.TO_UNICODE;

  private UniversalAccess() {}

  static void complete(PDDocument pdf, Paper.Identity identity) throws IOException {
    PDDocumentCatalog catalog = pdf.getDocumentCatalog();
    catalog.setLanguage(identity.language());
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    pdf.getDocumentInformation().setTitle(identity.title());
    PDStructureTreeRoot root = catalog.getStructureTreeRoot();
    if (root != null) {
      tidy(root.getCOSObject());
    }
    Set<COSStream> done = new HashSet<>();
    for (PDPage page : pdf.getPages()) {
      apostrophes(page.getResources(), done);
    }
  }

  private static void tidy(COSDictionary node) {
    COSBase kids = node.getDictionaryObject(COSName.K);
    if (kids instanceof COSDictionary only) {
      tidy(only);
    } else if (kids instanceof COSArray list) {
      adopt(list);
      for (int i = list.size() - 1; i >= 0; i--) {
        if (list.getObject(i) instanceof COSDictionary kid) {
          if (is(kid, FOOT) && empty(kid)) {
            list.remove(i);
          } else {
            tidy(kid);
          }
        }
      }
    }
  }

  /// The engine puts a caption beside its table; it belongs inside, first.
  private static void adopt(COSArray siblings) {
    for (int i = 0; i < siblings.size(); i++) {
      boolean caption = siblings.getObject(i) instanceof COSDictionary kid && is(kid, CAPTION);
      if (caption && i > 0 && siblings.getObject(i - 1) instanceof COSDictionary table) {
        if (is(table, TABLE) && table.getDictionaryObject(COSName.K) instanceof COSArray rows) {
          COSBase moved = siblings.get(i);
          ((COSDictionary) siblings.getObject(i)).setItem(COSName.P, table);
          siblings.remove(i);
          rows.add(0, moved);
          i--;
        }
      }
    }
  }

  private static boolean is(COSDictionary node, COSName type) {
    return type.equals(node.getCOSName(COSName.S));
  }

  private static boolean empty(COSDictionary node) {
    COSBase kids = node.getDictionaryObject(COSName.K);
    return kids == null || (kids instanceof COSArray list && list.size() == 0);
  }

  /// The faces draw U+02BC and U+2019 with one glyph (so U+02BB and U+2018), and the embedder maps
  /// it back to the former, which no search for an apostrophe finds.
  private static void apostrophes(PDResources resources, Set<COSStream> done) throws IOException {
    for (COSName name : resources.getFontNames()) {
      COSDictionary font = resources.getFont(name).getCOSObject();
      if (font.getDictionaryObject(TO_UNICODE) instanceof COSStream map && done.add(map)) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (var in = map.createInputStream()) {
          in.transferTo(read);
        }
        String text = read.toString(StandardCharsets.US_ASCII);
        try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
          String right = text.replace("<02BC>", "<2019>").replace("<02BB>", "<2018>");
          out.write(right.getBytes(StandardCharsets.US_ASCII));
        }
      }
    }
  }
}
