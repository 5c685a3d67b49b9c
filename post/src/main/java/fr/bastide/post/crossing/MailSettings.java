package fr.bastide.post.crossing;

import fr.bastide.airlock.Policies;
import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.airlock.mail.OwnNames;
import fr.bastide.document.Fields;
import fr.bastide.document.Finding;
import fr.bastide.document.Findings;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Text;
import fr.bastide.post.SmtpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads how mail crosses, from a YAML file on each side; paths in it are relative to it.
public final class MailSettings {

  private static final int LONGEST = 200;
  private static final int MOST_BYTES = 1 << 20;
  private static final int SMTP_PORT = 25;
  private static final int DNS_PORT = 53;
  private static final int MOST_MEGABYTES = 44;
  private static final int MEGABYTES = 35;
  private static final String FLOW = "mail";

  private final Path file;
  private final Findings findings = new Findings("");

  private MailSettings(Path file) {
    this.file = file;
  }

  /// The settings of a low side.
  ///
  /// @throws CrossingException with every fault at once
  public static LowMail low(Path file) {
    return new MailSettings(file).readLow();
  }

  /// The settings of a high side.
  ///
  /// @throws CrossingException with every fault at once
  public static HighMail high(Path file) {
    return new MailSettings(file).readHigh();
  }

  private Fields fields() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return YamlReader.read(bytes, MOST_BYTES, findings)
          .map(yaml -> Fields.of(yaml, "", findings))
          .orElseThrow(this::faults);
    } catch (IOException unreadable) {
      throw new CrossingException(
          new Text(
              "Le fichier %s est illisible\u00a0: vérifiez son nom et vos droits.".formatted(file),
              "The file %s cannot be read: check its name and your rights.".formatted(file)),
          unreadable);
    }
  }

  private CrossingException faults() {
    List<Text> all = findings.sorted().stream().map(MailSettings::line).toList();
    return new CrossingException(
        new Text(
            "Réglages du courrier dans %s\u00a0:\n".formatted(file)
                + all.stream().map(Text::fr).collect(Collectors.joining("\n")),
            "Mail settings in %s:\n".formatted(file)
                + all.stream().map(Text::en).collect(Collectors.joining("\n"))));
  }

  private static Text line(Finding one) {
    String place = one.place().isEmpty() ? "" : ", " + one.place();
    return new Text(
        "ligne %d%s\u00a0: %s".formatted(one.line(), place, one.text().fr()),
        "line %d%s: %s".formatted(one.line(), place, one.text().en()));
  }

  private <T> T checked(T settings) {
    if (!findings.sorted().isEmpty()) {
      throw faults();
    }
    return settings;
  }

  private LowMail readLow() {
    Fields fields =
        fields()
            .known(
                "host",
                "listen",
                "domains",
                "names",
                "known",
                "address",
                "policy",
                "flow",
                "megabytes",
                "receipt",
                "receipt-address",
                "tls",
                "dns",
                "forged");
    List<String> domains = fields.texts("domains", d -> d.contains("."));
    if (domains.isEmpty()) {
      findings.missing(fields.lineOf("domains"), "", "domains");
    }
    return checked(
        new LowMail(
            host(fields),
            endpoint(fields, "listen", SMTP_PORT),
            new OwnNames(
                domains,
                fields.texts("names", n -> true),
                fields.texts("known", d -> d.contains("."))),
            address(fields, "address"),
            Policies.named(policy(fields)),
            flow(fields),
            megabytes(fields) << 20,
            receipt(fields),
            fields.find("tls").map(y -> tls(Fields.of(y, "tls", findings))),
            resolvers(fields),
            fields.constantOr("forged", LowMail.Forged.values()).orElse(LowMail.Forged.MARK)));
  }

  private HighMail readHigh() {
    Fields fields =
        fields()
            .known("server", "security", "user", "password", "postmaster", "host", "flow", "seal");
    InetSocketAddress server = endpoint(fields, "server", SMTP_PORT);
    Mailbox postmaster = address(fields, "postmaster");
    SmtpServer smtp =
        new SmtpServer(
            server.getHostString(),
            server.getPort(),
            fields
                .constantOr("security", SmtpServer.Security.values())
                .orElse(SmtpServer.Security.STARTTLS),
            login(fields),
            postmaster.address());
    return checked(
        new HighMail(
            smtp,
            postmaster,
            host(fields),
            flow(fields),
            fields.find("seal").map(y -> seal(Fields.of(y, "seal", findings)))));
  }

  private static String host(Fields fields) {
    return fields.text("host", LONGEST).toLowerCase(Locale.ROOT);
  }

  private static String flow(Fields fields) {
    return fields.has("flow") ? fields.text("flow", LONGEST) : FLOW;
  }

  private static int megabytes(Fields fields) {
    return fields.has("megabytes") ? fields.whole("megabytes", 1, MOST_MEGABYTES) : MEGABYTES;
  }

  private String policy(Fields fields) {
    String name = fields.has("policy") ? fields.text("policy", LONGEST) : "standard";
    if (!Policies.NAMES.contains(name)) {
      findings.unknown(fields.lineOf("policy"), "policy", name, Policies.NAMES);
      return "standard";
    }
    return name;
  }

  private Mailbox address(Fields fields, String key) {
    String text = fields.text(key, LONGEST);
    Optional<Mailbox> address = Mailbox.address(text);
    if (address.isEmpty() && !text.isEmpty()) {
      findings.error(
          fields.lineOf(key),
          key,
          "Il faut ici une adresse, comme sas@mairie.example.",
          "An address is needed here, such as sas@mairie.example.");
    }
    return address.orElseGet(() -> new Mailbox("", "sas", "bastide.invalid"));
  }

  private InetSocketAddress endpoint(Fields fields, String key, int port) {
    return endpoint(fields.text(key, LONGEST), fields.lineOf(key), key, port);
  }

  private InetSocketAddress endpoint(String text, int line, String key, int usual) {
    int colon = text.lastIndexOf(':');
    boolean bare = colon < 0 || text.endsWith("]");
    String host = bare ? text : text.substring(0, colon);
    try {
      int port = bare ? usual : Integer.parseInt(text.substring(colon + 1));
      boolean brackets = host.startsWith("[") && host.endsWith("]");
      return new InetSocketAddress(brackets ? host.substring(1, host.length() - 1) : host, port);
    } catch (IllegalArgumentException none) {
      findings.error(
          line,
          key,
          "Il faut ici une adresse et un port, comme 10.0.0.25:25.",
          "An address and a port are needed here, such as 10.0.0.25:25.");
      return new InetSocketAddress(usual);
    }
  }

  private LowMail.ReceiptShown receipt(Fields fields) {
    String how = fields.has("receipt") ? fields.text("receipt", LONGEST) : "apart";
    return switch (how) {
      case "apart" -> new LowMail.ReceiptShown.Apart();
      case "attached" -> new LowMail.ReceiptShown.Attached();
      case "linked" -> linked(fields);
      default -> {
        findings.unknown(
            fields.lineOf("receipt"), "receipt", how, List.of("apart", "linked", "attached"));
        yield new LowMail.ReceiptShown.Apart();
      }
    };
  }

  private LowMail.ReceiptShown linked(Fields fields) {
    String address = fields.text("receipt-address", LONGEST);
    if (!address.startsWith("https://") || !address.contains("{receipt}")) {
      findings.error(
          fields.lineOf("receipt-address"),
          "receipt-address",
          "Il faut une adresse https:// avec {receipt} à la place du numéro.",
          "An https:// address is needed, with {receipt} in the place of the number.");
    }
    return new LowMail.ReceiptShown.Linked(address);
  }

  private LowMail.Tls tls(Fields fields) {
    fields.known("certificate", "key");
    return new LowMail.Tls(path(fields, "certificate"), path(fields, "key"));
  }

  private HighMail.Seal seal(Fields fields) {
    fields.known("domain", "selector", "key");
    return new HighMail.Seal(
        fields.text("domain", LONGEST), fields.text("selector", LONGEST), path(fields, "key"));
  }

  private Path path(Fields fields, String key) {
    return file.toAbsolutePath().resolveSibling(fields.text(key, LONGEST));
  }

  private List<InetSocketAddress> resolvers(Fields fields) {
    List<InetSocketAddress> all = new ArrayList<>();
    for (String text : fields.texts("dns", d -> true)) {
      all.add(endpoint(text, fields.lineOf("dns"), "dns", DNS_PORT));
    }
    return all;
  }

  private Optional<SmtpServer.Login> login(Fields fields) {
    if (!fields.has("user")) {
      return Optional.empty();
    }
    Path secret = path(fields, "password");
    try {
      String password = Files.readString(secret, StandardCharsets.UTF_8).strip();
      return Optional.of(new SmtpServer.Login(fields.text("user", LONGEST), password));
    } catch (IOException unreadable) {
      findings.error(
          fields.lineOf("password"),
          "password",
          "Il faut ici un fichier lisible, qui contient le mot de passe seul.",
          "A file that can be read is needed here, with the password alone.");
      return Optional.empty();
    }
  }
}
