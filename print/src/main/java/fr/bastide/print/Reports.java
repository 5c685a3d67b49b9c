package fr.bastide.print;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.print.internal.Paper;
import fr.bastide.print.internal.Templates;
import fr.bastide.print.internal.Words;
import fr.bastide.print.internal.report.Frame;
import java.io.IOException;

/// Makes reports, the same for the page and for the command line: needs no server, no network and
/// no font of the machine. Thread-safe.
public final class Reports {

  private Reports() {}

  /// The report as one HTML file that stands alone: style and pictures inside, light and dark.
  public static String html(ReportContent content, Language language, Level level) {
    Frame frame = new Frame(content, language, false, 0);
    return "<!DOCTYPE html>\n" + filled(frame, level);
  }

  /// The report as PDF/UA-1. [Level#ONE_PAGE] takes exactly one page: long texts are set smaller,
  /// then shortened.
  ///
  /// @throws PrintException when it cannot be laid out
  public static byte[] pdf(ReportContent content, Language language, Level level) {
    int density = 0;
    while (true) {
      Frame frame = new Frame(content, language, true, density);
      Paper.Sheets sheets = laid(frame, level);
      if (level == Level.WHOLE || sheets.pages() == 1 || density == Frame.TIGHTEST) {
        return sheets.bytes();
      }
      density++;
    }
  }

  private static Paper.Sheets laid(Frame frame, Level level) {
    Paper.Identity identity = new Paper.Identity(frame.title(), frame.language().tag());
    try {
      return Paper.lay(filled(frame, level), identity);
    } catch (IOException e) {
      Text text =
          new Text(Words.in(Language.FR).say("error.pdf"), Words.in(Language.EN).say("error.pdf"));
      throw new PrintException(text, e);
    }
  }

  private static String filled(Frame frame, Level level) {
    return switch (level) {
      case ONE_PAGE -> Templates.official(frame);
      case WHOLE -> Templates.whole(frame);
    };
  }
}
