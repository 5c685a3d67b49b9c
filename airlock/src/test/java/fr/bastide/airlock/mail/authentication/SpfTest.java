package fr.bastide.airlock.mail.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfTest {

  private static Verdict check(Zone zone, String client) {
    return new Spf(zone).check(client, "jean@b.example", "relais.example");
  }

  private static Verdict check(String record, String client) {
    return check(new Zone().text("b.example", record), client);
  }

  /// The examples of RFC 7208, section 7.4.
  @ParameterizedTest
  @CsvSource({
    "%{s}, strong-bad@email.example.com",
    "%{o}, email.example.com",
    "%{d4}, email.example.com",
    "%{d2}, example.com",
    "%{d1}, com",
    "%{dr}, com.example.email",
    "%{d2r}, example.email",
    "%{l}, strong-bad",
    "%{l-}, strong.bad",
    "%{lr-}, bad.strong",
    "%{l1r-}, strong",
    "%{ir}.%{v}._spf.%{d2}, 3.2.0.192.in-addr._spf.example.com",
    "%{lr-}.lp.%{ir}.%{v}._spf.%{d2}, bad.strong.lp.3.2.0.192.in-addr._spf.example.com",
    "%{d2}.trusted-domains.example.net, example.com.trusted-domains.example.net",
    "a%%b%_c%-d.x, a%b c%20d.x"
  })
  void macrosExpandAsInTheRfc(String text, String expanded) {
    SpfMacros macros =
        new SpfMacros(
            "strong-bad@email.example.com", "h.example", IpBytes.of("192.0.2.3").orElseThrow());
    assertThat(SpfMacros.isText(text)).isTrue();
    assertThat(macros.expanded(text, "email.example.com")).isEqualTo(expanded);
  }

  @Test
  void addressesOfSixteenBytesExpandByHalfBytes() {
    SpfMacros macros =
        new SpfMacros("a@b.example", "h.example", IpBytes.of("2001:db8::cb01").orElseThrow());
    assertThat(macros.expanded("%{ir}.%{v}._spf.%{d2}", "b.example"))
        .isEqualTo(
            "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.b.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1 ip4:192.0.2.1/33 -all",
        "v=spf1 ip4:192.0.2 -all",
        "v=spf1 ip4 -all",
        "v=spf1 ip6:192.0.2.1 -all",
        "v=spf1 ip4:2001:db8::1 -all",
        "v=spf1 a/01 -all",
        "v=spf1 a//129 -all",
        "v=spf1 include -all",
        "v=spf1 all:b.example",
        "v=spf1 all/8",
        "v=spf1 foo -all",
        "v=spf1 exists:%{x}.b.example -all",
        "v=spf1 exists:%{d0}.b.example -all",
        "v=spf1 exists:%d.b.example -all",
        "v=spf1 a:b.123 -all",
        "v=spf1 redirect=a.example redirect=b.example",
        "v=spf1 redirect=none.example",
        "v=spf1 1x=y -all",
        "v=spf1 include:none.example -all",
        "v=spf1 a:x1.example a:x2.example a:x3.example -all"
      })
  void policiesThatAreNoneAreErrors(String record) {
    assertThat(check(record, "192.0.2.9")).isEqualTo(Verdict.PERMERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 ip4:192.0.2.0/24 -all, PASS",
    "V=SPF1 IP4:192.0.2.9 -ALL, PASS",
    "v=spf1 ip4:192.0.2.0/29 -all, FAIL",
    "v=spf1 ?all, NEUTRAL",
    "v=spf1, NEUTRAL",
    "v=spf1 unknown=x%{d} -all, FAIL",
    "v=spf1 -ip4:192.0.2.9 all, FAIL",
    "v=spf1 all redirect=none.example, PASS",
    "v=spf10 -all, NONE",
    "spf2.0/pra -all, NONE"
  })
  void policiesGiveTheirVerdict(String record, Verdict verdict) {
    assertThat(check(record, "192.0.2.9")).isEqualTo(verdict);
  }

  @Test
  void namesAreAskedFor() {
    Zone zone =
        new Zone()
            .text(
                "b.example",
                "v=spf1 exists:%{ir}.list.example ptr:c.example a:d.example/24//64 -all")
            .with("9.2.0.192.list.example", Dns.Kind.A, "127.0.0.2")
            .with("1.113.0.203.in-addr.arpa", Dns.Kind.PTR, "false.c.example", "mx.c.example")
            .with("mx.c.example", Dns.Kind.A, "203.0.113.1")
            .with("d.example", Dns.Kind.A, "198.51.100.1")
            .with("d.example", Dns.Kind.AAAA, "2001:db8::1");
    assertThat(check(zone, "192.0.2.9")).isEqualTo(Verdict.PASS);
    assertThat(check(zone, "203.0.113.1")).isEqualTo(Verdict.PASS);
    assertThat(check(zone, "198.51.100.200")).isEqualTo(Verdict.PASS);
    assertThat(check(zone, "2001:db8::ffff")).isEqualTo(Verdict.PASS);
    assertThat(check(zone, "2001:db9::1")).isEqualTo(Verdict.FAIL);
    assertThat(check(zone, "no address")).isEqualTo(Verdict.NONE);
  }

  @Test
  void questionsAreFew() {
    Zone zone = new Zone();
    List<String> includes = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      includes.add("include:i" + i + ".example");
      zone.text("i" + i + ".example", "v=spf1 -all");
    }
    zone.text("b.example", "v=spf1 " + String.join(" ", includes.subList(0, 10)) + " all");
    zone.text("c.example", "v=spf1 " + String.join(" ", includes) + " all");
    assertThat(check(zone, "192.0.2.9")).isEqualTo(Verdict.PASS);
    assertThat(new Spf(zone).check("192.0.2.9", "a@c.example", "x")).isEqualTo(Verdict.PERMERROR);

    Zone many = new Zone().text("b.example", "v=spf1 mx -all");
    for (int i = 0; i < 11; i++) {
      many.with("b.example", Dns.Kind.MX, "mx" + i + ".example");
    }
    assertThat(check(many, "192.0.2.9")).isEqualTo(Verdict.PERMERROR);
    Zone twice = new Zone().text("b.example", "v=spf1 -all", "v=spf1 all");
    assertThat(check(twice, "192.0.2.9")).isEqualTo(Verdict.PERMERROR);
  }
}
