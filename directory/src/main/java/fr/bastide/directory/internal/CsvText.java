package fr.bastide.directory.internal;

import fr.bastide.directory.file.DirectoryCsv;
import fr.bastide.document.Findings;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of a file that ought to be CSV, and its separator.
record CsvText(String text, char separator) {

  /// Finds encoding and separator; empty when it is no text: then the findings say why.
  static Optional<CsvText> of(byte[] file, Findings findings) {
    if (file.length > DirectoryCsv.MAX_BYTES) {
      findings.error(
          0,
          "",
          "Ce fichier est trop grand\u00a0: " + DirectoryCsv.MAX_BYTES + " octets au plus.",
          "This file is too large: " + DirectoryCsv.MAX_BYTES + " bytes at most.");
      return Optional.empty();
    }
    for (byte b : file) {
      if (b == 0) {
        return notText(findings);
      }
    }
    Optional<String> text = decoded(file);
    if (text.isEmpty()) {
      return notText(findings);
    }
    if (text.get().isBlank()) {
      findings.error(0, "", "Ce fichier est vide.", "This file is empty.");
      return Optional.empty();
    }
    return text.map(csv -> new CsvText(csv, separator(csv)));
  }

  private static Optional<CsvText> notText(Findings findings) {
    findings.error(
        0,
        "",
        "Ce fichier n’est pas du texte\u00a0: enregistrez-le au format CSV (UTF-8).",
        "This file is not text: save it as CSV (UTF-8).");
    return Optional.empty();
  }

  private static Optional<String> decoded(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      String text = new String(file, Charset.forName("windows-1252"));
      return text.indexOf('\ufffd') >= 0 ? Optional.empty() : Optional.of(text);
    }
  }

  /// The more frequent of `;` and `,` in the line of column names.
  private static char separator(String csv) {
    int balance = 0;
    for (int i = 0; i < csv.length() && csv.charAt(i) != '\n' && csv.charAt(i) != '\r'; i++) {
      balance += csv.charAt(i) == ';' ? 1 : csv.charAt(i) == ',' ? -1 : 0;
    }
    return balance >= 0 ? ';' : ',';
  }
}
