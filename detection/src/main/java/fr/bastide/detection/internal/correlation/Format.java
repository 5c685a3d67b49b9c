package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;

/// The saved state of correlations: what it begins with, and how it is refused.
///
/// Big-endian. The magic and the version; then seed, episode numbers, present, clocks, evidence and
/// correlations; last a CRC-32 of everything before it.
final class Format {

  static final long MAGIC = 0x4241_5354_434F_5252L;
  static final int VERSION = 1;
  static final int LONGEST_TEXT = 1 << 28;
  static final int LONGEST_RECORD = 1 << 28;

  private Format() {}

  static DetectionException damaged() {
    return new DetectionException(
        new Text(
            "L’état enregistré des corrélations est abîmé ou n’en est pas un. Supprimez ce fichier"
                + "\u00a0: les fenêtres en cours repartiront de zéro.",
            "The saved state of the correlations is damaged, or is none. Delete that file: windows"
                + " under way begin anew."));
  }

  static DetectionException otherVersion(int version) {
    return new DetectionException(
        new Text(
            "L’état enregistré des corrélations vient d’une autre version du format ("
                + version
                + " au lieu de "
                + VERSION
                + "). Supprimez ce fichier\u00a0: les fenêtres en cours repartiront de zéro.",
            "The saved state of the correlations is of another version of the format ("
                + version
                + " instead of "
                + VERSION
                + "). Delete that file: windows under way begin anew."));
  }
}
