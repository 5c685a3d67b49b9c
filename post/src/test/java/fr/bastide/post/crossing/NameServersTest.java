package fr.bastide.post.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.mail.authentication.Dns;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameServersTest {

  @Test
  void recordsComeAsTheyAre() throws IOException {
    try (LocalResolver resolver = new LocalResolver()) {
      resolver
          .text("a.example", "v=spf1 ip4:192.0.2.1", " -all")
          .text("s._domainkey.a.example", "v=DKIM1;", "p=MIGf\"\\", "AAA")
          .exchanger("a.example", "mx.a.example")
          .with("A", "mx.a.example", new byte[] {(byte) 192, 0, 2, 1});
      Dns dns = new NameServers(List.of(resolver.address()));

      assertThat(dns.ask("a.example", Dns.Kind.TXT)).isEqualTo(found("v=spf1 ip4:192.0.2.1 -all"));
      assertThat(dns.ask("s._domainkey.a.example", Dns.Kind.TXT))
          .isEqualTo(found("v=DKIM1;p=MIGf\"\\AAA"));
      assertThat(dns.ask("a.example", Dns.Kind.MX)).isEqualTo(found("mx.a.example"));
      assertThat(dns.ask("mx.a.example", Dns.Kind.A)).isEqualTo(found("192.0.2.1"));
      assertThat(dns.ask("b.example", Dns.Kind.TXT)).isEqualTo(new Dns.Answer.Nothing());
      assertThat(dns.ask("dns://x/b.example", Dns.Kind.TXT)).isEqualTo(new Dns.Answer.Nothing());
    }
  }

  private static Dns.Answer found(String value) {
    return new Dns.Answer.Found(List.of(value));
  }

  @Test
  void aServerThatIsSilentIsUnavailable() throws IOException {
    try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address =
          new InetSocketAddress(silent.getLocalAddress(), silent.getLocalPort());
      assertThat(new NameServers(List.of(address)).ask("a.example", Dns.Kind.TXT))
          .isEqualTo(new Dns.Answer.Unavailable());
    }
  }
}
