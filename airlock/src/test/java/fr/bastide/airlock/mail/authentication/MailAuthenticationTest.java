package fr.bastide.airlock.mail.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailAuthenticationTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final String MAIL = "From: Jean <jean@b.example>\r\nSubject: x\r\n\r\ny\r\n";

  private static Zone zone() {
    return new Zone()
        .text("b.example", "other text", "v=spf1 ip4:192.0.2.0/24 include:relais.example mx -all")
        .text("relais.example", "v=spf1 ip6:2001:db8::/32 a:out.relais.example ~all")
        .with("out.relais.example", Dns.Kind.A, "198.51.100.9")
        .with("b.example", Dns.Kind.MX, "mx.b.example")
        .with("mx.b.example", Dns.Kind.A, "203.0.113.5")
        .text("_dmarc.b.example", "v=DMARC1; p=reject")
        .text("redirige.example", "v=spf1 redirect=b.example")
        .text("boucle.example", "v=spf1 include:boucle.example -all")
        .text("faux.example", "v=spf1 ip4:999.1.1.1 -all")
        .text("mou.example", "v=spf1 ~all")
        .silent("muet.example");
  }

  private static AuthenticationReport check(String client, String sender) {
    return check(MAIL, client, sender);
  }

  private static AuthenticationReport check(String mail, String client, String sender) {
    return new MailAuthentication(zone())
        .check(
            mail.getBytes(StandardCharsets.UTF_8),
            new MailAuthentication.Arrival(client, "relais.example", Mailbox.address(sender)),
            NOW);
  }

  private static String spf(String client, String sender) {
    String results = check(client, sender).results();
    return results.substring(0, results.indexOf(' '));
  }

  @Test
  void serversThatMaySendPass() {
    assertThat(spf("192.0.2.7", "jean@b.example")).isEqualTo("spf=pass");
    assertThat(spf("2001:db8::1", "jean@b.example")).isEqualTo("spf=pass");
    assertThat(spf("198.51.100.9", "jean@b.example")).isEqualTo("spf=pass");
    assertThat(spf("203.0.113.5", "jean@b.example")).isEqualTo("spf=pass");
    assertThat(spf("192.0.2.7", "jean@redirige.example")).isEqualTo("spf=pass");
    assertThat(spf("198.51.100.9", "")).isEqualTo("spf=pass");
  }

  @Test
  void othersDoNot() {
    assertThat(spf("198.51.100.1", "jean@b.example")).isEqualTo("spf=fail");
    assertThat(spf("198.51.100.1", "jean@mou.example")).isEqualTo("spf=softfail");
    assertThat(spf("198.51.100.1", "jean@sans.example")).isEqualTo("spf=none");
    assertThat(spf("198.51.100.1", "jean@boucle.example")).isEqualTo("spf=permerror");
    assertThat(spf("198.51.100.1", "jean@faux.example")).isEqualTo("spf=permerror");
    assertThat(spf("198.51.100.1", "jean@muet.example")).isEqualTo("spf=temperror");
  }

  @Test
  void theSenderIsProvenByWhatIsAligned() {
    AuthenticationReport good = check("192.0.2.7", "jean@b.example");
    assertThat(good.proven()).isTrue();
    assertThat(good.results())
        .isEqualTo(
            "spf=pass smtp.mailfrom=b.example; dkim=none; dmarc=pass (p=reject)"
                + " header.from=b.example");

    AuthenticationReport forged = check("198.51.100.1", "x@sans.example");
    assertThat(forged.proven()).isFalse();
    assertThat(forged.unproven()).contains("b.example");

    AuthenticationReport several =
        check("From: a@c.example\r\n" + MAIL, "192.0.2.7", "jean@b.example");
    assertThat(several.proven()).isFalse();
    assertThat(several.results()).contains("dmarc=permerror");
  }

  /// Whatever is in a message or in the DNS, an answer comes.
  @Test
  void rubbishIsAnswered() {
    long seed = 20_261_125;
    Random random = new Random(seed);
    String letters =
        "DKIM-Signature: v=1;a=rsa-sha256;d=b.example;s=s;h=from;bh=b=/@<>\"\\\r\n\t =;?%{}";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder mail = new StringBuilder(i % 2 == 0 ? "DKIM-Signature: " : "From: ");
      for (int j = random.nextInt(200); j > 0; j--) {
        mail.append(letters.charAt(random.nextInt(letters.length())));
      }
      Dns dns =
          (name, kind) -> {
            StringBuilder text = new StringBuilder("v=spf1 ");
            for (int j = random.nextInt(60); j > 0; j--) {
              text.append("aemxinclude:%{}/0123.-~?+ =".charAt(random.nextInt(27)));
            }
            return new Dns.Answer.Found(java.util.List.of(text.toString()));
          };
      AuthenticationReport report =
          new MailAuthentication(dns)
              .check(
                  mail.toString().getBytes(StandardCharsets.ISO_8859_1),
                  new MailAuthentication.Arrival("192.0.2.1", "x", Optional.empty()),
                  NOW);
      assertThat(report.results()).as("seed %d, turn %d", seed, i).startsWith("spf=");
    }
  }
}
