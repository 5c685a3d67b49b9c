package fr.bastide.store;

import fr.bastide.loop.journal.JournalChain;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.journal.JournalHead;
import fr.bastide.store.internal.PrivateFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// What protects the journal from whoever has the database alone: its key and its anchor, in the
/// data directory, readable by the owner only. The anchor is sealed with the key as well.
public final class JournalVault {

  private static final int KEY_BYTES = 32;
  private static final String KEY = "key";
  private static final String SEQUENCE = "sequence";
  private static final String SEAL = "seal";
  private static final String PROOF = "proof";

  private final Path anchorFile;
  private final JournalChain chain;

  private JournalVault(Path anchorFile, byte[] key) {
    this.anchorFile = anchorFile;
    this.chain = new JournalChain(key);
  }

  /// The vault of a data directory; its key is made on first use.
  ///
  /// @throws StoreException when the key is damaged or cannot be read
  public static JournalVault open(Path dataDirectory) {
    PrivateFiles.createDirectory(dataDirectory);
    Path keyFile = dataDirectory.resolve("journal.key");
    byte[] key = read(keyFile).orElseGet(() -> fresh(keyFile));
    return new JournalVault(dataDirectory.resolve("journal.anchor"), key);
  }

  /// A vault whose key lies elsewhere, to check an exported journal.
  public static JournalVault withKey(Path keyFile) {
    byte[] key =
        read(keyFile)
            .orElseThrow(() ->
                StoreException.of(
                    "Le fichier de clé %s n’existe pas.".formatted(keyFile),
                    "There is no key file %s.".formatted(keyFile)));
    return new JournalVault(keyFile.resolveSibling("journal.anchor"), key);
  }

  /// The chain with which entries are sealed.
  public JournalChain chain() {
    return chain;
  }

  /// The last head that was kept; empty when none was.
  ///
  /// @throws StoreException when the anchor was tampered with
  public Optional<JournalHead> anchor() {
    return PrivateFiles.read(anchorFile).map(this::checked);
  }

  /// Keeps a head; one that is behind the kept one changes nothing, so that a journal cut off later
  /// is still found out.
  public synchronized void keep(JournalHead head) {
    if (anchor().filter(kept -> kept.sequence() >= head.sequence()).isEmpty()) {
      write(head);
    }
  }

  /// Keeps a head even if it is behind the kept one: after a restoration, which the journal itself
  /// tells.
  public synchronized void restart(JournalHead head) {
    write(head);
  }

  /// What proves that an anchor was written by whoever has the key.
  String proof(JournalHead head) {
    JournalEvent event =
        new JournalEvent(Instant.EPOCH, Optional.empty(), "ANCHOR", Optional.empty(), head.seal());
    return chain.seal(JournalChain.GENESIS, head.sequence(), event);
  }

  private void write(JournalHead head) {
    Properties properties = new Properties();
    properties.setProperty(SEQUENCE, Long.toString(head.sequence()));
    properties.setProperty(SEAL, head.seal());
    properties.setProperty(PROOF, proof(head));
    PrivateFiles.write(anchorFile, properties, "Where the journal ended when this was written.");
  }

  private JournalHead checked(Properties properties) {
    try {
      JournalHead head =
          new JournalHead(
              Long.parseLong(properties.getProperty(SEQUENCE, "")),
              properties.getProperty(SEAL, ""));
      if (proof(head).equals(properties.getProperty(PROOF))) {
        return head;
      }
    } catch (NumberFormatException damaged) {
      throw tampered(anchorFile, damaged);
    }
    throw tampered(anchorFile, new IllegalStateException("the proof does not fit"));
  }

  private static StoreException tampered(Path file, Exception cause) {
    return StoreException.of(
        "L’ancre du journal (%s) a été modifiée ou abîmée.".formatted(file),
        "The journal’s anchor (%s) was altered or damaged.".formatted(file),
        cause);
  }

  private static Optional<byte[]> read(Path keyFile) {
    return PrivateFiles.read(keyFile).map(properties -> key(keyFile, properties));
  }

  private static byte[] key(Path keyFile, Properties properties) {
    try {
      byte[] key = HexFormat.of().parseHex(properties.getProperty(KEY, ""));
      if (key.length >= KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException damaged) {
      throw damagedKey(keyFile, damaged);
    }
    throw damagedKey(keyFile, new IllegalStateException("too short"));
  }

  private static StoreException damagedKey(Path keyFile, Exception cause) {
    return StoreException.of(
        "La clé du journal (%s) est abîmée\u00a0: reprenez-la d’une copie du dossier."
            .formatted(keyFile),
        "The journal’s key (%s) is damaged: take it from a copy of the folder.".formatted(keyFile),
        cause);
  }

  private static byte[] fresh(Path keyFile) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Properties properties = new Properties();
    properties.setProperty(KEY, HexFormat.of().formatHex(key));
    PrivateFiles.write(keyFile, properties, "Seals the journal: keep a copy elsewhere.");
    return key;
  }
}
