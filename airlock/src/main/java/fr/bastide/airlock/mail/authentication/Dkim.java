package fr.bastide.airlock.mail.authentication;

import fr.bastide.airlock.mail.authentication.Dns.Answer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Checks the signatures on a message (DKIM, RFC 6376; no SHA-1, RFC 8301; Ed25519, RFC 8463).
final class Dkim {

  static final String FIELD = "dkim-signature";
  private static final int MOST = 8;

  /// @param domain that signed, in lower case; may be empty
  /// @param why in a few plain words; empty when it passed
  record Checked(Verdict verdict, String domain, String selector, String why) {}

  private final Dns dns;
  private final Instant now;

  Dkim(Dns dns, Instant now) {
    this.dns = dns;
    this.now = now;
  }

  /// One result a signature, in the order they stand.
  List<Checked> check(RawMessage message) {
    List<Checked> all = new ArrayList<>();
    for (RawMessage.Field field : message.all(FIELD)) {
      if (all.size() < MOST) {
        all.add(check(message, field));
      }
    }
    return all;
  }

  private Checked check(RawMessage message, RawMessage.Field field) {
    Optional<Tags> read = Tags.of(field.value());
    if (read.isEmpty()) {
      return new Checked(Verdict.PERMERROR, "", "", "malformed");
    }
    Tags tags = read.get();
    String domain = tags.get("d").toLowerCase(Locale.ROOT);
    String selector = tags.get("s").toLowerCase(Locale.ROOT);
    Optional<Checked> unfit =
        unfit(tags, domain).map(why -> new Checked(Verdict.PERMERROR, domain, selector, why));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    if (hasExpired(tags)) {
      return new Checked(Verdict.FAIL, domain, selector, "expired");
    }
    return switch (dns.ask(selector + "._domainkey." + domain, Dns.Kind.TXT)) {
      case Answer.Unavailable _ -> new Checked(Verdict.TEMPERROR, domain, selector, "no key yet");
      case Answer.Nothing _ -> new Checked(Verdict.PERMERROR, domain, selector, "no key");
      case Answer.Found found -> check(message, field, tags, found.values());
    };
  }

  private static Optional<String> unfit(Tags tags, String domain) {
    String algorithm = tags.get("a");
    if (!tags.get("v").equals("1")
        || domain.isEmpty()
        || tags.get("s").isEmpty()
        || tags.get("b").isEmpty()
        || tags.get("bh").isEmpty()) {
      return Optional.of("incomplete");
    }
    if (!algorithm.equals("rsa-sha256") && !algorithm.equals("ed25519-sha256")) {
      return Optional.of("weak or unknown algorithm");
    }
    if (!signed(tags).contains("from")) {
      return Optional.of("sender not signed");
    }
    String identity = tags.get("i", "@" + domain).toLowerCase(Locale.ROOT);
    String of = identity.substring(identity.indexOf('@') + 1);
    return of.equals(domain) || of.endsWith("." + domain)
        ? Optional.empty()
        : Optional.of("identity of another domain");
  }

  private static List<String> signed(Tags tags) {
    List<String> names = new ArrayList<>();
    for (String name : tags.get("h").split(":", -1)) {
      names.add(name.toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private boolean hasExpired(Tags tags) {
    try {
      return tags.has("x") && Long.parseLong(tags.get("x")) < now.getEpochSecond();
    } catch (NumberFormatException none) {
      return true;
    }
  }

  private static Checked check(
      RawMessage message, RawMessage.Field field, Tags tags, List<String> records) {
    String domain = tags.get("d").toLowerCase(Locale.ROOT);
    String selector = tags.get("s").toLowerCase(Locale.ROOT);
    String[] forms = tags.get("c", "simple/simple").split("/", -1);
    boolean relaxedHead = forms[0].equals("relaxed");
    boolean relaxedBody = forms.length > 1 && forms[1].equals("relaxed");
    byte[] body = Canonical.body(message.bytes(), message.body(), relaxedBody);
    if (tags.has("l") && !tags.get("l").equals(Integer.toString(body.length))) {
      // Whoever had it on the way may have added to it.
      return new Checked(Verdict.POLICY, domain, selector, "body signed in part");
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      byte[] told = Base64.getMimeDecoder().decode(tags.get("bh"));
      if (!MessageDigest.isEqual(hash, told)) {
        return new Checked(Verdict.FAIL, domain, selector, "body changed");
      }
      byte[] input = input(message, field, signed(tags), relaxedHead);
      byte[] signature = Base64.getMimeDecoder().decode(tags.get("b"));
      String why = "no fitting key";
      for (String record : records) {
        Optional<DkimKey> key = DkimKey.of(record, tags.get("a"));
        if (key.isPresent() && key.get().verifies(input, signature)) {
          return new Checked(Verdict.PASS, domain, selector, "");
        }
        why = key.isPresent() ? "signature does not fit" : why;
      }
      return new Checked(Verdict.FAIL, domain, selector, why);
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return new Checked(Verdict.PERMERROR, domain, selector, "unreadable key or signature");
    }
  }

  /// What a signature is over: of fields that are there several times the last first (RFC 6376,
  /// section 5.4.2), then the signature itself without its value.
  static byte[] input(
      RawMessage message, RawMessage.Field signature, List<String> names, boolean relaxed) {
    Map<String, List<RawMessage.Field>> left = new HashMap<>();
    StringBuilder input = new StringBuilder();
    for (String name : names) {
      List<RawMessage.Field> some =
          left.computeIfAbsent(name, n -> new ArrayList<>(message.all(n)));
      some.remove(signature);
      if (!some.isEmpty()) {
        input.append(Canonical.field(some.removeLast().raw(), relaxed)).append("\r\n");
      }
    }
    input.append(Canonical.field(withoutValue(signature.raw()), relaxed));
    return Canonical.bytes(input.toString());
  }

  /// A signature with its tag `b` emptied.
  static String withoutValue(String raw) {
    int at = raw.indexOf(':') + 1;
    while (at < raw.length()) {
      int end = raw.indexOf(';', at);
      end = end < 0 ? raw.length() : end;
      int equals = raw.indexOf('=', at);
      if (equals > 0 && equals < end && raw.substring(at, equals).strip().equals("b")) {
        return raw.substring(0, equals + 1) + raw.substring(end);
      }
      at = end + 1;
    }
    return raw;
  }
}
