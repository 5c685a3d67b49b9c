package fr.bastide.post;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.loop.intake.Incoming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;

/// Any bytes are a mail: read in bounds, and kept whole.
class MailReaderFuzz {

  @FuzzTest
  void anyBytesAreReadInBounds(byte[] mail) throws IOException {
    Incoming read = MailReader.read(new ByteArrayInputStream(mail), mail.length, Instant.EPOCH);
    if (read.pieces().getFirst().bytes().length != mail.length) {
      throw new AssertionError("the mail itself is not kept whole");
    }
    if (read.sha256().length() != 64 || read.text().length() > 200_000) {
      throw new AssertionError("out of bounds");
    }
  }
}
