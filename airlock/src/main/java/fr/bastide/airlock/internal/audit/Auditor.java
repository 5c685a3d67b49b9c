package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import java.util.List;

/// Reads a rebuilt file once more, by code that shares nothing with the code that wrote it, and
/// tells what is still dangerous. What it cannot read to the end does not leave either.
public final class Auditor {

  private Auditor() {}

  /// What remains; empty when the file may leave.
  ///
  /// @param type what the file claims to be
  public static List<Finding> remains(byte[] bytes, ContentType type, Policy policy) {
    Remains remains = new Remains(policy);
    look(new Bytes(bytes), type, remains, 0);
    return remains.list();
  }

  /// @param depth how many containers are around it
  static void look(Bytes bytes, ContentType type, Remains remains, int depth) {
    try {
      if (!Marks.agree(bytes, type)) {
        remains.add(Threat.DISGUISED_TYPE, "");
        return;
      }
      switch (type) {
        case PDF -> new PdfAudit(bytes, remains).look();
        case DOCX, DOTX, XLSX, XLTX, PPTX, POTX, PPSX -> new OoxmlAudit(bytes, remains).look();
        case ODT, ODS, ODP, ODG -> new OdfAudit(bytes, remains).look();
        case JPEG -> PictureAudit.jpeg(bytes, remains);
        case PNG -> PictureAudit.png(bytes, remains);
        case GIF -> PictureAudit.gif(bytes, remains);
        case WEBP -> PictureAudit.webp(bytes, remains);
        case BMP -> PictureAudit.bmp(bytes, remains);
        case TIFF -> TiffAudit.look(bytes, remains);
        case SVG -> new SvgAudit(remains).look(bytes);
        case HTML -> new HtmlAudit(bytes.utf8(), remains).look();
        case CSV -> TextAudit.csv(bytes, remains);
        case TEXT -> TextAudit.plain(bytes, remains);
        case VCARD, ICALENDAR -> TextAudit.card(bytes, remains);
        case XML -> XmlAudit.look(bytes, remains);
        case ZIP -> ArchiveAudit.look(bytes, remains, depth);
        case MAIL -> MailAudit.look(bytes, remains, depth);
        case DOCM, DOTM, XLSM, XLTM, XLSB, PPTM, POTM, PPSM ->
            remains.add(Threat.MACRO, type.extension());
        case DOC, XLS, PPT, RTF, TAR, GZIP, SEVEN_ZIP, RAR, UNKNOWN ->
            remains.add(Threat.UNKNOWN_PART, type.extension());
      }
    } catch (AuditFailure unreadable) {
      remains.add(
          Threat.UNKNOWN_PART,
          unreadable.getMessage() == null ? "" : "unreadable: " + unreadable.getMessage());
    }
  }
}
