package fr.bastide.airlock;

/// What a file really is, found in its bytes and not in its name: the kinds that the airlock knows.
public enum ContentType {
  PDF("application/pdf", "pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  DOCM("application/vnd.ms-word.document.macroEnabled.12", "docm"),
  DOTX("application/vnd.openxmlformats-officedocument.wordprocessingml.template", "dotx"),
  DOTM("application/vnd.ms-word.template.macroEnabled.12", "dotm"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  XLSM("application/vnd.ms-excel.sheet.macroEnabled.12", "xlsm"),
  XLTX("application/vnd.openxmlformats-officedocument.spreadsheetml.template", "xltx"),
  XLTM("application/vnd.ms-excel.template.macroEnabled.12", "xltm"),
  XLSB("application/vnd.ms-excel.sheet.binary.macroEnabled.12", "xlsb"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
  PPTM("application/vnd.ms-powerpoint.presentation.macroEnabled.12", "pptm"),
  POTX("application/vnd.openxmlformats-officedocument.presentationml.template", "potx"),
  POTM("application/vnd.ms-powerpoint.template.macroEnabled.12", "potm"),
  PPSX("application/vnd.openxmlformats-officedocument.presentationml.slideshow", "ppsx"),
  PPSM("application/vnd.ms-powerpoint.slideshow.macroEnabled.12", "ppsm"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
  ODP("application/vnd.oasis.opendocument.presentation", "odp"),
  ODG("application/vnd.oasis.opendocument.graphics", "odg"),
  DOC("application/msword", "doc"),
  XLS("application/vnd.ms-excel", "xls"),
  PPT("application/vnd.ms-powerpoint", "ppt"),
  RTF("application/rtf", "rtf"),
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  TIFF("image/tiff", "tiff"),
  BMP("image/bmp", "bmp"),
  SVG("image/svg+xml", "svg"),
  HTML("text/html", "html"),
  CSV("text/csv", "csv"),
  TEXT("text/plain", "txt"),
  VCARD("text/vcard", "vcf"),
  ICALENDAR("text/calendar", "ics"),
  XML("application/xml", "xml"),
  MAIL("message/rfc822", "eml"),
  ZIP("application/zip", "zip"),
  TAR("application/x-tar", "tar"),
  GZIP("application/gzip", "gz"),
  SEVEN_ZIP("application/x-7z-compressed", "7z"),
  RAR("application/vnd.rar", "rar"),
  UNKNOWN("application/octet-stream", "bin");

  private final String mediaType;
  private final String extension;

  ContentType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /// The extension a rebuilt file of this kind leaves with.
  public String extension() {
    return extension;
  }
}
