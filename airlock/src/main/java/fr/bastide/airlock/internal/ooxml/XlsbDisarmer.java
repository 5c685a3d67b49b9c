package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.LeavingNames;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.zip.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Converts binary workbooks (MS-XLSB) to plain ones: the values of the cells with their number
/// formats; no formula, macro, drawing or link.
public final class XlsbDisarmer implements Disarmer {

  private static final int SHEET = 156;
  private static final int WORKBOOK_PROPERTIES = 153;
  private static final int SHARED_STRING = 19;

  /// Relationships that the conversion follows.
  private static final Set<String> FOLLOWED =
      Set.of("worksheet", "sharedStrings", "styles", "theme");

  @Override
  public Set<ContentType> types() {
    return Set.of(ContentType.XLSB);
  }

  @Override
  public Outcome disarm(Content content, ContentType type, Workbench bench) {
    OpcPackage source = OpcPackage.read(content.bytes(), bench);
    Ledger ledger = new Ledger();
    Member main =
        source.relationships("").stream()
            .filter(link -> link.word().equals("officeDocument") && !link.external())
            .flatMap(link -> source.target("", link.target()).stream())
            .findFirst()
            .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "_rels/.rels"));
    ledger.add(Threat.CONVERTED, main.name());
    PlainWorkbook book = new PlainWorkbook();
    List<Relationship> links = source.relationships(main.name());
    tell(links, main.name(), ledger);
    for (Relationship link : links) {
      Optional<Member> part =
          link.external() ? Optional.empty() : source.target(main.name(), link.target());
      if (part.isPresent() && link.word().equals("sharedStrings")) {
        strings(part.get(), book);
      } else if (part.isPresent() && link.word().equals("styles")) {
        book.styles(BinaryStyles.read(part.get()));
      }
    }
    for (Sheet sheet : sheets(main, book)) {
      bench.parts(1);
      Optional<Member> part =
          links.stream()
              .filter(link -> link.id().equals(sheet.link()) && link.word().equals("worksheet"))
              .flatMap(link -> source.target(main.name(), link.target()).stream())
              .findFirst();
      if (part.isPresent()) {
        tell(source.relationships(part.get().name()), part.get().name(), ledger);
        book.sheet(sheet.name(), sheet.hidden(), part.get(), bench);
      }
    }
    if (book.isEmpty()) {
      return new Outcome.Refused(Reason.FORBIDDEN_KIND, main.name());
    }
    return new Outcome.Rebuilt(
        LeavingNames.content(content, ContentType.XLSX, book.bytes()),
        ContentType.XLSX,
        ledger.list());
  }

  /// Writes down what does not leave.
  private static void tell(List<Relationship> links, String where, Ledger ledger) {
    for (Relationship link : links) {
      if (!FOLLOWED.contains(link.word())) {
        PartRules.ALL.removal(link.type()).ifPresent(threat -> ledger.once(threat, where));
      }
    }
  }

  private record Sheet(String name, String link, boolean hidden) {}

  private static List<Sheet> sheets(Member main, PlainWorkbook book) {
    List<Sheet> sheets = new ArrayList<>();
    Biff12 records = new Biff12(main.bytes(), main.name());
    while (records.next()) {
      if (records.type() == SHEET) {
        boolean hidden = records.i32() != 0;
        records.skip(4);
        String link = records.string();
        sheets.add(new Sheet(records.string(), link, hidden));
      } else if (records.type() == WORKBOOK_PROPERTIES && (records.u8() & 1) != 0) {
        book.countFrom1904();
      }
    }
    return sheets;
  }

  private static void strings(Member part, PlainWorkbook book) {
    Biff12 records = new Biff12(part.bytes(), part.name());
    while (records.next()) {
      if (records.type() == SHARED_STRING) {
        records.skip(1);
        book.string(records.string());
      }
    }
  }
}
