package fr.bastide.telemetry.internal.formats;

import fr.bastide.kernel.Text;
import java.util.Arrays;
import java.util.Optional;

/// Kinds of files that hold logs in a form we do not open, known by their first bytes: reading them
/// as text would find nothing and say nothing.
enum Closed {
  XZ(packed("xz"), 0xFD, '7', 'z', 'X', 'Z', 0),
  BZIP2(packed("bzip2"), 'B', 'Z', 'h'),
  ZSTANDARD(packed("zstd"), 0x28, 0xB5, 0x2F, 0xFD),
  ZIP(packed("zip"), 'P', 'K', 3, 4),
  SEVEN_ZIP(packed("7z"), '7', 'z', 0xBC, 0xAF, 0x27, 0x1C),
  RAR(packed("rar"), 'R', 'a', 'r', '!', 0x1A, 7),
  JOURNAL(
      new Text(
          "ce fichier est un journal binaire de systemd\u00a0: exportez-le avec «\u00a0journalctl"
              + " --file … -o json\u00a0», rien n’en a été lu.",
          "this file is a binary journal of systemd: export it with \"journalctl --file … -o"
              + " json\", nothing of it was read."),
      'L',
      'P',
      'K',
      'S',
      'H',
      'H',
      'R',
      'H'),
  CAPTURE(captured(), 0xD4, 0xC3, 0xB2, 0xA1),
  CAPTURE_NG(captured(), 0x0A, 0x0D, 0x0D, 0x0A);

  /// How many first bytes are needed.
  static final int HEAD = 8;

  private final byte[] magic;
  private final Text advice;

  Closed(Text advice, int... magic) {
    this.advice = advice;
    this.magic = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      this.magic[i] = (byte) magic[i];
    }
  }

  /// The kind that begins with these bytes, if it is one.
  static Optional<Closed> of(byte[] head) {
    return Arrays.stream(values())
        .filter(kind -> head.length >= kind.magic.length)
        .filter(kind -> Arrays.equals(head, 0, kind.magic.length, kind.magic, 0, kind.magic.length))
        .findFirst();
  }

  /// What it is and what to do.
  Text advice() {
    return advice;
  }

  private static Text packed(String how) {
    return new Text(
        "ce fichier est compressé ("
            + how
            + ")\u00a0: décompressez-le d’abord, rien n’en a été lu.",
        "this file is compressed (" + how + "): unpack it first, nothing of it was read.");
  }

  private static Text captured() {
    return new Text(
        "ce fichier est une capture du réseau, pas un journal\u00a0: passez-la à Suricata et"
            + " donnez son eve.json, rien n’en a été lu.",
        "this file is a capture of the network, not a log: give it to Suricata and read its"
            + " eve.json, nothing of it was read.");
  }
}
