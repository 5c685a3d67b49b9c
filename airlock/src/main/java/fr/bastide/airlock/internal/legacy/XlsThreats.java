package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.util.ArrayList;
import java.util.List;

/// Reads the records of an Excel workbook (MS-XLS 2.3) for what its reader does not show: macro
/// sheets, outside sources, charts.
final class XlsThreats {

  private static final int BOUND_SHEET = 0x85;
  private static final int MACRO_PROJECT = 0xd3;
  private static final int OUTSIDE_BOOK = 0x1ae;
  private static final int QUERY = 0x1ad;
  private static final int START = 0x809;
  private static final int CHART = 0x20;
  private static final int WORKSHEET = 0;

  private XlsThreats() {}

  /// For each sheet in order, whether it holds cells and not macros, a chart or a program.
  static List<Boolean> worksheets(byte[] stream, Ledger ledger) {
    List<Boolean> worksheets = new ArrayList<>();
    int at = 0;
    while (at + 4 <= stream.length) {
      int type = number(stream, at);
      int length = number(stream, at + 2);
      int body = at + 4;
      if (body + length > stream.length) {
        break;
      }
      switch (type) {
        case BOUND_SHEET -> {
          int kind = length > 5 ? stream[body + 5] : WORKSHEET;
          worksheets.add(kind == WORKSHEET);
          if (kind == 1 || kind == 6) {
            ledger.add(Threat.MACRO, "sheet " + worksheets.size());
          }
        }
        case MACRO_PROJECT -> ledger.once(Threat.MACRO, "workbook");
        case QUERY -> ledger.add(Threat.DATA_CONNECTION, "workbook");
        case OUTSIDE_BOOK -> outside(stream, body, length, ledger);
        case START -> {
          if (length >= 4 && number(stream, body + 2) == CHART) {
            ledger.add(Threat.UNKNOWN_PART, "chart");
          }
        }
        default -> {
          // cells and looks: for the reader
        }
      }
      at = body + length;
    }
    return worksheets;
  }

  /// A book of four bytes is this one or the add-ins' (MS-XLS 2.4.271); a path with a mark 3 in it
  /// is of another program.
  private static void outside(byte[] stream, int body, int length, Ledger ledger) {
    if (length <= 4) {
      return;
    }
    for (int i = body + 4; i < body + length; i++) {
      if (stream[i] == 3) {
        ledger.add(Threat.DYNAMIC_DATA_EXCHANGE, "workbook");
        return;
      }
    }
    ledger.add(Threat.DATA_CONNECTION, "workbook");
  }

  private static int number(byte[] bytes, int place) {
    return (bytes[place] & 0xff) | ((bytes[place + 1] & 0xff) << 8);
  }
}
