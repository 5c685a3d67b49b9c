package fr.bastide.airlock.internal.legacy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.internal.Through;
import java.nio.charset.StandardCharsets;

/// No bytes make the reader of rich text fail, hang or take more memory than it may.
class RtfFuzz {

  @FuzzTest(maxDuration = "60s")
  void document(byte[] bytes) {
    String inside = new String(bytes, StandardCharsets.ISO_8859_1);
    Through.pass("a.rtf", ("{\\rtf1" + inside).getBytes(StandardCharsets.ISO_8859_1));
  }
}
