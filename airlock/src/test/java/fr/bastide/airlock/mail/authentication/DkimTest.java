package fr.bastide.airlock.mail.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DkimTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  /// The example of RFC 8463, appendix A.
  private static final String EXAMPLE =
      String.join(
          "\r\n",
          "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;",
          " d=football.example.com; i=@football.example.com;",
          " q=dns/txt; s=brisbane; t=1528637909; h=from : to :",
          " subject : date : message-id : from : subject : date;",
          " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;",
          " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus",
          " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==",
          "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;",
          " d=football.example.com; i=@football.example.com;",
          " q=dns/txt; s=test; t=1528637909; h=from : to : subject :",
          " date : message-id : from : subject : date;",
          " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;",
          " b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3",
          " DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz",
          " dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=",
          "From: Joe SixPack <joe@football.example.com>",
          "To: Suzie Q <suzie@shopping.example.net>",
          "Subject: Is dinner ready?",
          "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
          "Message-ID: <20030712040037.46341.5F8J@football.example.com>",
          "",
          "Hi.",
          "",
          "We lost the game.  Are you hungry yet?",
          "",
          "Joe.",
          "");

  private static final Zone EXAMPLE_ZONE =
      new Zone()
          .text(
              "brisbane._domainkey.football.example.com",
              "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
          .text(
              "test._domainkey.football.example.com",
              "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWR"
                  + "iGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/b"
                  + "yYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKr"
                  + "M3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K"
                  + "4w3QIDAQAB");

  private static KeyPair rsa;

  @BeforeAll
  static void keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    rsa = generator.generateKeyPair();
  }

  static String record(KeyPair pair) {
    return "v=DKIM1; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static List<Dkim.Checked> check(String message, Dns dns) {
    byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
    return new Dkim(dns, NOW).check(RawMessage.of(bytes));
  }

  @Test
  void theExampleOfTheRfcPasses() {
    assertThat(check(EXAMPLE, EXAMPLE_ZONE))
        .containsExactly(
            new Dkim.Checked(Verdict.PASS, "football.example.com", "brisbane", ""),
            new Dkim.Checked(Verdict.PASS, "football.example.com", "test", ""));
  }

  @Test
  void whatWasChangedFails() {
    assertThat(check(EXAMPLE.replace("hungry", "angry"), EXAMPLE_ZONE))
        .extracting(Dkim.Checked::verdict, Dkim.Checked::why)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(Verdict.FAIL, "body changed"));
    assertThat(check(EXAMPLE.replace("dinner", "lunch"), EXAMPLE_ZONE))
        .extracting(Dkim.Checked::verdict)
        .containsOnly(Verdict.FAIL);
    String twice = EXAMPLE.replace("\r\nTo: ", "\r\nFrom: maire@mairie.example\r\nTo: ");
    assertThat(check(twice, EXAMPLE_ZONE))
        .extracting(Dkim.Checked::verdict)
        .containsOnly(Verdict.FAIL);
  }

  @Test
  void keysThatAreMissingOrLateAreTold() {
    assertThat(check(EXAMPLE, new Zone().silent("test._domainkey.football.example.com")))
        .extracting(Dkim.Checked::verdict)
        .containsExactly(Verdict.PERMERROR, Verdict.TEMPERROR);
    assertThat(check(EXAMPLE.replace("t=1528637909;", "x=1528637910;"), EXAMPLE_ZONE))
        .extracting(Dkim.Checked::why)
        .containsOnly("expired");
    assertThat(check(EXAMPLE.replace("rsa-sha256", "rsa-sha1"), EXAMPLE_ZONE).get(1).verdict())
        .isEqualTo(Verdict.PERMERROR);
    assertThat(
            check("DKIM-Signature: v=1; v=1\r\nFrom: a@b.c\r\n\r\n", EXAMPLE_ZONE)
                .getFirst()
                .verdict())
        .isEqualTo(Verdict.PERMERROR);
  }

  /// Signatures of another implementation, in every form, over awkward white space.
  @Test
  void signaturesOfOthersPass() throws Exception {
    Zone zone = new Zone().text("s._domainkey.b.example", record(rsa));
    String message =
        "From:  a@b.example\r\n"
            + "Subject: un\r\n"
            + "\tdeux  trois \r\n"
            + "To: c@d.example\r\n\r\n"
            + "  Bonjour \t x\r\n\r\n"
            + " fin\t\r\n\r\n\r\n";
    for (String forms :
        List.of("simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed")) {
      String template =
          "v=1; a=rsa-sha256; c=" + forms + "; d=b.example; s=s; h=from:subject:to:cc; bh=; b=;";
      String field =
          new DKIMSigner(template, rsa.getPrivate())
              .sign(new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)));
      assertThat(check(field + "\r\n" + message, zone))
          .as(forms)
          .containsExactly(new Dkim.Checked(Verdict.PASS, "b.example", "s", ""));
    }
  }

  @Test
  void aBodySignedInPartIsNotEnough() throws Exception {
    Zone zone = new Zone().text("s._domainkey.b.example", record(rsa));
    String message = "From: a@b.example\r\n\r\nBonjour\r\n";
    String field =
        new DKIMSigner(
                "v=1; a=rsa-sha256; c=simple/simple; d=b.example; s=s; l=9; h=from; bh=; b=;",
                rsa.getPrivate())
            .sign(new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(check(field + "\r\n" + message + "Payez ici\r\n", zone).getFirst().verdict())
        .isEqualTo(Verdict.POLICY);
  }
}
