package fr.bastide.airlock.internal.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.internal.Through;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// No bytes make the readers of archives fail, hang or take more memory than they may.
class ArchiveFuzz {

  private static final List<String> MARKS =
      List.of(
          "", "PK\u0003\u0004", "7z\u00bc\u00af'\u001c", "Rar!\u001a\u0007\0", "\u001f\u008b\b");

  /// The bytes as they are, and behind the marks of each kind of archive.
  @FuzzTest(maxDuration = "60s")
  void archive(byte[] bytes) {
    for (String mark : MARKS) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(mark.getBytes(StandardCharsets.ISO_8859_1));
      file.writeBytes(bytes);
      Through.pass("archive", file.toByteArray());
    }
  }
}
