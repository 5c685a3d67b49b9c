package fr.bastide.post.crossing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.mail.authentication.Dns;
import java.io.IOException;

/// No answer of a name server makes its reader fail or hang.
class DnsMessageFuzz {

  @FuzzTest(maxDuration = "30s")
  void answer(byte[] bytes) {
    byte[] question = DnsMessage.question(1, "a.example", Dns.Kind.TXT);
    byte[] answer = bytes.length < 4 ? new byte[12] : bytes;
    DnsMessage.answers(answer, question);
    for (Dns.Kind kind : Dns.Kind.values()) {
      try {
        DnsMessage.read(answer, "a.example", kind);
      } catch (IOException expected) {
        // What it must throw.
      }
    }
  }
}
