package fr.bastide.post.crossing;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmers;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.link.HighSettings;
import fr.bastide.airlock.link.KeyFolder;
import fr.bastide.airlock.link.LinkKeys;
import fr.bastide.airlock.link.LinkRoute;
import fr.bastide.airlock.link.LinkShape;
import fr.bastide.airlock.link.LowSettings;
import fr.bastide.airlock.mail.Mailbox;
import fr.bastide.airlock.mail.OwnNames;
import fr.bastide.airlock.worker.Audit;
import fr.bastide.airlock.worker.Passage;
import fr.bastide.post.SmtpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Folders, keys and settings of both sides on one machine.
record Yard(Path root) {

  private static final Door DOOR = new Door(Disarmers.all());

  static Yard in(Path root) throws IOException {
    LocalDate today = LocalDate.now(Clock.systemUTC());
    new KeyFolder(root.resolve("low-keys")).make(LinkKeys.Side.LOW, today);
    new KeyFolder(root.resolve("high-keys")).make(LinkKeys.Side.HIGH, today);
    carry(root, "low-keys/low.public", "high-keys/low.public");
    carry(root, "low-keys/link.secret", "high-keys/link.secret");
    carry(root, "high-keys/high.public", "low-keys/high.public");
    return new Yard(root);
  }

  private static void carry(Path root, String from, String to) throws IOException {
    Files.copy(root.resolve(from), root.resolve(to));
  }

  Path in() {
    return root.resolve("in");
  }

  Path out() {
    return root.resolve("out");
  }

  Path held() {
    return root.resolve("held");
  }

  LinkRoute route() {
    return new LinkRoute.Folder(root.resolve("link"));
  }

  LowSettings low() {
    return new LowSettings(
        in(),
        "files",
        root.resolve("low"),
        root.resolve("low-keys"),
        route(),
        LinkShape.forMtu(9_000),
        0,
        Duration.ofDays(30),
        1L << 40);
  }

  HighSettings high() {
    return new HighSettings(
        out(),
        root.resolve("high"),
        root.resolve("high-keys"),
        route(),
        LinkShape.forMtu(9_000),
        1);
  }

  static LowMail lowMail() {
    return lowMail(new LowMail.ReceiptShown.Apart(), Optional.empty());
  }

  static LowMail lowMail(LowMail.ReceiptShown receipt, Optional<LowMail.Tls> tls) {
    return new LowMail(
        "sas.mairie.example",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new OwnNames(List.of("mairie-saint-elix.example"), List.of("Claire Martin"), List.of()),
        Mailbox.address("sas@mairie-saint-elix.example").orElseThrow(),
        Policies.named("standard"),
        "mail",
        1 << 20,
        receipt,
        tls,
        List.of(),
        LowMail.Forged.MARK);
  }

  static HighMail highMail(int port) {
    return highMail(port, Optional.empty());
  }

  static HighMail highMail(int port, Optional<HighMail.Seal> seal) {
    return new HighMail(
        new SmtpServer(
            "127.0.0.1",
            port,
            SmtpServer.Security.NONE,
            Optional.empty(),
            "postmaster@mairie-saint-elix.example"),
        Mailbox.address("postmaster@mairie-saint-elix.example").orElseThrow(),
        "sas-haut.mairie.example",
        "mail",
        seal);
  }

  /// A seal with a key of its own.
  HighMail.Seal seal() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path file = root.resolve("seal.pem");
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())));
    return new HighMail.Seal("mairie-saint-elix.example", "sas", file);
  }

  /// The same disarmers as in a worker, without its process.
  static Passage room(Content content, Policy policy) {
    return new Passage(
        DOOR.pass(content, policy), ContentType.MAIL, new Audit.Clean(), Set.of(), Duration.ZERO);
  }
}
