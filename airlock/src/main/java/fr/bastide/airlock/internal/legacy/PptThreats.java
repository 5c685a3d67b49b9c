package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.hslf.record.ExControl;
import org.apache.poi.hslf.record.ExEmbed;
import org.apache.poi.hslf.record.ExMCIMovie;
import org.apache.poi.hslf.record.Record;
import org.apache.poi.hslf.record.RecordTypes;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;

/// Tells which objects, controls, sounds and programs a presentation holds; none of them is read.
final class PptThreats {

  private static final int PROGRAM_INFORMATION = 1023;
  private static final int MACROS_TOLD = 20; // two headers of eight bytes and a reference of four

  private PptThreats() {}

  static void tell(HSLFSlideShow show, Ledger ledger) {
    tell(show.getDocumentRecord().getChildRecords(), ledger);
  }

  private static void tell(Record[] records, Ledger ledger) {
    for (Record record : records) {
      if (record.getRecordType() == RecordTypes.ExObjList.typeID) {
        for (Record object : record.getChildRecords()) {
          object(object, ledger);
        }
      } else if (record.getRecordType() == RecordTypes.SoundCollection.typeID) {
        ledger.once(Threat.MULTIMEDIA, "ppt");
      } else if (record.getRecordType() == RecordTypes.List.typeID
          && record.getChildRecords() != null) {
        for (Record child : record.getChildRecords()) {
          if (child.getRecordType() == PROGRAM_INFORMATION && hasProgram(child)) {
            ledger.once(Threat.MACRO, "ppt");
          }
        }
      }
    }
  }

  /// Whether the atom within tells of macros (MS-PPT 2.4.10, VBAInfoAtom): the container alone does
  /// not mean any.
  private static boolean hasProgram(Record container) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      container.writeOut(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    byte[] bytes = out.toByteArray();
    return bytes.length < MACROS_TOLD + 4 || bytes[MACROS_TOLD] != 0;
  }

  private static void object(Record object, Ledger ledger) {
    switch (object) {
      case ExControl _ -> ledger.add(Threat.ACTIVE_CONTROL, "ppt");
      case ExMCIMovie _ -> ledger.add(Threat.MULTIMEDIA, "ppt");
      case ExEmbed _ -> ledger.add(Threat.EMBEDDED_OBJECT, "ppt");
      default -> {
        // links are judged where they stand
      }
    }
  }
}
