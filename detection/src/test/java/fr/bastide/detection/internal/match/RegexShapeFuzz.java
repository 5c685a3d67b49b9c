package fr.bastide.detection.internal.match;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import fr.bastide.detection.CaseFolding;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whatever an expression finds in a text has what the expression is said to need. The input is the
/// expression, a line end, and the text.
class RegexShapeFuzz {

  @FuzzTest(maxDuration = "60s")
  void whatIsFoundHasAWindow(byte[] input) {
    String all = new String(input, StandardCharsets.UTF_8);
    int end = Math.max(0, all.indexOf('\n'));
    String regex = all.substring(0, end);
    String text = all.substring(end);
    List<Window> windows = RegexShape.of(regex);
    // re2j 1.8 never ends on a class under (?i) that holds U+1C80 to U+1C88
    if (regex.codePoints().anyMatch(point -> point >= 0x80) || regex.contains("x{")) {
      return;
    }
    if (windows.isEmpty() || !WindowScan.fits(windows) || !finds(regex, text)) {
      return;
    }
    byte[] folded = Utf8.bytes(CaseFolding.fold(text));
    if (!WindowScan.of(windows).finds(folded, 0, folded.length)) {
      throw new AssertionError(regex + " does not need " + windows);
    }
  }

  private static boolean finds(String regex, String text) {
    try {
      return Pattern.compile(regex).matcher(text).find();
    } catch (PatternSyntaxException none) {
      return false;
    }
  }
}
