package fr.bastide.print;

import fr.bastide.incident.dossier.Dossier;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.print.internal.Paper;
import fr.bastide.print.internal.Templates;
import fr.bastide.print.internal.Words;
import fr.bastide.print.internal.docx.WordDocument;
import fr.bastide.print.internal.report.DossierPage;
import java.io.IOException;

/// Documents made from a case, to be printed or edited. Needs no server, no network and no font of
/// the machine. Thread-safe.
public final class DossierDocuments {

  private DossierDocuments() {}

  /// The document as PDF/UA-1: tagged, with bookmarks, blanks tinted.
  ///
  /// @throws PrintException when it cannot be laid out
  public static byte[] pdf(Dossier dossier) {
    Paper.Identity identity = new Paper.Identity(dossier.title(), dossier.language().tag());
    try {
      return Paper.lay(Templates.dossier(new DossierPage(dossier)), identity).bytes();
    } catch (IOException e) {
      throw new PrintException(
          new Text(
              Words.in(Language.FR).say("error.dossier"),
              Words.in(Language.EN).say("error.dossier")),
          e);
    }
  }

  /// The document for a word processor (Office Open XML, ISO/IEC 29500 transitional): headings,
  /// tables with heading rows, language, and a content control for each blank. The same document
  /// gives the same bytes.
  public static byte[] docx(Dossier dossier) {
    return new WordDocument(dossier).bytes();
  }
}
