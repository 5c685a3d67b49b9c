package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.ooxml.FlatPackage;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Rebuilds the kinds of text: pages, tables, plain text, cards, calendars, data. What leaves is
/// UTF-8.
public final class TextDisarmer implements Disarmer {

  private static final int HEAD = 2048;

  @Override
  public Set<ContentType> types() {
    return Set.of(
        ContentType.HTML,
        ContentType.CSV,
        ContentType.TEXT,
        ContentType.VCARD,
        ContentType.ICALENDAR,
        ContentType.XML);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    Ledger ledger = new Ledger();
    byte[] bytes = content.bytes();
    if (type == ContentType.XML && FlatPackage.isOne(bytes)) {
      return FlatPackage.disarm(content, bench);
    }
    String where = type.extension();
    bench.yielded(bytes.length);
    String rebuilt =
        switch (type) {
          case HTML -> HtmlPage.rebuilt(page(bytes), bench, ledger);
          case CSV ->
              CsvCells.neutral(
                  PlainText.cleaned(PlainText.of(bytes, where), where, ledger), bench, ledger);
          case TEXT -> PlainText.cleaned(PlainText.of(bytes, where), where, ledger);
          case VCARD, ICALENDAR ->
              LineDisarming.rebuilt(PlainText.of(bytes, where), type, bench, ledger);
          case XML -> data(bytes, bench, ledger);
          default -> throw new RefusedException(Reason.UNKNOWN_KIND, "");
        };
    byte[] leaving = rebuilt.getBytes(StandardCharsets.UTF_8);
    return new Outcome.Rebuilt(LeavingNames.content(content, type, leaving), type, ledger.list());
  }

  private static String data(byte[] bytes, Workbench bench, Ledger ledger) {
    if (bench.policy().xml() == Policy.Xml.REFUSE) {
      throw new RefusedException(Reason.UNKNOWN_KIND, "xml");
    }
    return XmlData.rebuilt(bytes, bench, ledger);
  }

  /// A page in the encoding it declares, or in the one found.
  private static String page(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    int told = head.indexOf("charset=");
    if (told < 0 || (bytes.length > 1 && (bytes[0] & 0xff) >= 0xef)) {
      return PlainText.of(bytes, "html");
    }
    int from = told + "charset=".length();
    from += head.startsWith("\"", from) || head.startsWith("'", from) ? 1 : 0;
    int to = from;
    while (to < head.length()
        && (Character.isLetterOrDigit(head.charAt(to)) || "-_".indexOf(head.charAt(to)) >= 0)) {
      to++;
    }
    String name = head.substring(from, to);
    // UTF-7 turns plain letters into markup; UTF-16 cannot declare itself in single bytes.
    if (name.isEmpty() || name.startsWith("utf")) {
      return PlainText.of(bytes, "html");
    }
    try {
      return Charset.isSupported(name)
          ? new String(bytes, Charset.forName(name))
          : PlainText.of(bytes, "html");
    } catch (IllegalCharsetNameException none) {
      return PlainText.of(bytes, "html");
    }
  }
}
