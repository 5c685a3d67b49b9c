package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNames;
import fr.bastide.airlock.internal.xml.XmlNode;
import fr.bastide.airlock.internal.xml.XmlScan;
import fr.bastide.airlock.internal.xml.XmlWriting;
import fr.bastide.airlock.internal.zip.Member;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Reads one part and writes it anew: the rows of sheets one by one, all else whole.
final class OdfPart implements XmlScan.Receiver {

  private static final XmlNames NAMES = OdfRules.NAMES;

  private static final Set<String> OPENED =
      Set.of(
          "office:document-content",
          "office:body",
          "office:spreadsheet",
          "table:table",
          "table:table-rows",
          "table:table-row-group");

  private static final Set<String> ROOTS =
      Set.of(
          "office:document-content",
          "office:document-styles",
          "office:document-meta",
          "office:document-settings");

  private final Member source;
  private final String where;
  private final Ledger ledger;
  private final OdfSieve sieve;
  private final XmlWriting out = new XmlWriting();
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private boolean written;

  OdfPart(OdfRebuilding rebuilding, Member source, Ledger ledger) {
    this.source = source;
    this.where = source.name();
    this.ledger = ledger;
    this.sieve = new OdfSieve(rebuilding, where, ledger);
  }

  /// The part.
  ///
  /// @throws RefusedException when it is malformed, or not what its name says
  byte[] rebuilt() {
    XmlScan.read(source.bytes(), where, this);
    if (!written) {
      throw new RefusedException(Reason.MALFORMED, where);
    }
    return out.bytes();
  }

  @Override
  public void declaration() {
    // OpenDocument once had one in each part, and it is still written by some.
    ledger.once(Threat.ENTITY, where);
  }

  @Override
  public boolean opens(XmlElement start) {
    return OPENED.contains(NAMES.label(start));
  }

  @Override
  public void open(XmlElement start) {
    checkRoot(start);
    sieve.start(start);
    out.open(start);
    open.addLast(start);
  }

  private void checkRoot(XmlElement element) {
    if (!written && !ROOTS.contains(NAMES.label(element))) {
      throw new RefusedException(Reason.MALFORMED, where);
    }
    written = true;
  }

  @Override
  public void piece(XmlElement whole) {
    checkRoot(whole);
    for (XmlNode node : sieve.sift(whole)) {
      if (node instanceof XmlElement element) {
        out.write(element);
      }
    }
  }

  @Override
  public void text(String value) {
    // Between the pieces of a sheet stands nothing but space.
  }

  @Override
  public void close() {
    open.removeLast();
    out.close();
  }
}
