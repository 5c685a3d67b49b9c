package fr.bastide.airlock.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// What dangers are left in a file: every object in it is looked at, whether anything refers to it
/// or not.
final class Remains {

  private static final Set<String> KEYS =
      Set.of(
          "JS",
          "AA",
          "XFA",
          "EF",
          "AF",
          "Collection",
          "Ref",
          "Alternates",
          "OPI",
          "PieceInfo",
          "Metadata",
          "Threads",
          "SpiderInfo",
          "Perms",
          "RichMediaContent",
          "Movie",
          "3DD",
          "EmbeddedFiles",
          "JavaScript",
          "Renditions",
          "OCProperties",
          "PA",
          "FFilter",
          "PresSteps",
          "FS",
          "Lock",
          "SV",
          "Sound");
  private static final Set<String> ACTIONS =
      Set.of(
          "JavaScript",
          "Launch",
          "GoToR",
          "GoToE",
          "GoToDp",
          "SubmitForm",
          "ImportData",
          "ResetForm",
          "Hide",
          "SetOCGState",
          "Rendition",
          "Movie",
          "Sound",
          "GoTo3DView",
          "RichMediaExecute",
          "Thread",
          "Trans");
  private static final Set<String> SUBTYPES =
      Set.of("FileAttachment", "Screen", "Movie", "Sound", "3D", "RichMedia", "PS");

  private Remains() {}

  static Set<String> in(byte[] file) throws IOException {
    Set<String> found = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(file)) {
      List<COSObjectKey> keys = new ArrayList<>(document.getDocument().getXrefTable().keySet());
      for (COSObjectKey key : keys) {
        visit(document.getDocument().getObjectFromPool(key).getObject(), found);
      }
    }
    return found;
  }

  private static void visit(COSBase value, Set<String> found) {
    if (value instanceof COSArray array) {
      for (COSBase part : array) {
        if (!(part instanceof COSObject)) {
          visit(part, found);
        }
      }
    }
    if (!(value instanceof COSDictionary dictionary)) {
      return;
    }
    for (COSName key : dictionary.keySet()) {
      if (KEYS.contains(key.getName())) {
        found.add(key.getName());
      }
      COSBase item = dictionary.getItem(key);
      if (!(item instanceof COSObject)) {
        visit(item, found);
      }
    }
    if (ACTIONS.contains(dictionary.getNameAsString(COSName.S, ""))) {
      found.add("S " + dictionary.getNameAsString(COSName.S));
    }
    if (SUBTYPES.contains(dictionary.getNameAsString(COSName.SUBTYPE, ""))) {
      found.add("Subtype " + dictionary.getNameAsString(COSName.SUBTYPE));
    }
    if (dictionary instanceof COSStream && dictionary.containsKey(COSName.F)) {
      found.add("external stream");
    }
  }
}
