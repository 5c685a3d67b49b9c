package fr.bastide.gateway.internal.page;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Hostile forms: whatever the bytes, parts in their order or a refusal; and what is counted is
/// never more than what came.
class MultipartFuzz {

  @FuzzTest(maxDuration = "20s")
  void neverThrowsAnythingElse(byte[] body) {
    Counting parts = new Counting();
    try {
      Multipart.read(new ByteArrayInputStream(body), "b", parts);
    } catch (IOException refused) {
      parts.refused = true;
    }
    if (parts.bytes > body.length) {
      throw new AssertionError("more bytes than came");
    }
    Multipart.boundary(new String(body, StandardCharsets.ISO_8859_1));
    FormFields.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static final class Counting implements Multipart.Parts {
    private long bytes;
    private boolean refused;

    @Override
    public boolean field(String name, String value) {
      return !refused;
    }

    @Override
    public Multipart.FilePart file(String name, String fileName) {
      return new Multipart.FilePart() {
        @Override
        public void write(int b) {
          bytes++;
        }

        @Override
        public void write(byte[] all, int offset, int length) {
          bytes += length;
        }

        @Override
        void whole() {
          bytes += 0;
        }
      };
    }
  }
}
