package fr.bastide.airlock.mail.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What was proved about a message.
///
/// @param results as in `Authentication-Results`, after the name of the server (RFC 8601)
/// @param proven whether the domain of its sender was
/// @param unproven the domain of its sender, when it asks to quarantine or refuse what it did not
///   prove, and did not prove this
public record AuthenticationReport(String results, boolean proven, Optional<String> unproven) {

  private static final int LONGEST = 253;

  static AuthenticationReport of(
      Verdict spf,
      String mailFrom,
      List<Dkim.Checked> signatures,
      Dmarc.Checked dmarc,
      String from) {
    List<String> results = new ArrayList<>();
    results.add("spf=" + spf.word() + property("smtp.mailfrom", mailFrom));
    for (Dkim.Checked one : signatures) {
      String why = one.why().isEmpty() ? "" : " (" + one.why() + ")";
      results.add(
          "dkim="
              + one.verdict().word()
              + why
              + property("header.d", one.domain())
              + property("header.s", one.selector()));
    }
    if (signatures.isEmpty()) {
      results.add("dkim=none");
    }
    String asks =
        dmarc.verdict() == Verdict.FAIL || dmarc.verdict() == Verdict.PASS
            ? " (p=" + word(dmarc.asks()) + ")"
            : "";
    results.add("dmarc=" + dmarc.verdict().word() + asks + property("header.from", from));
    boolean unproven = dmarc.verdict() == Verdict.FAIL && dmarc.asks() != Dmarc.Asks.NOTHING;
    return new AuthenticationReport(
        String.join("; ", results),
        dmarc.verdict() == Verdict.PASS,
        unproven ? Optional.of(plain(from)) : Optional.empty());
  }

  private static String word(Dmarc.Asks asks) {
    return asks == Dmarc.Asks.NOTHING ? "none" : asks.name().toLowerCase(Locale.ROOT);
  }

  private static String property(String name, String value) {
    String plain = plain(value);
    return plain.isEmpty() ? "" : " " + name + "=" + plain;
  }

  private static String plain(String value) {
    StringBuilder out = new StringBuilder();
    value
        .chars()
        .limit(LONGEST)
        .filter(c -> c < 0x7f && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0))
        .forEach(c -> out.append((char) c));
    return out.toString();
  }
}
