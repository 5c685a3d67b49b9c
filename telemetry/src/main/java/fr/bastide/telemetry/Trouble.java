package fr.bastide.telemetry;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;

/// Something in the input that could not be read; what is around it was.
///
/// @param place where: `line 12`, `byte 4096`, `chunk 3, byte 99`, or a name
/// @param what what is wrong and what was lost, for a person
public record Trouble(String place, Text what) {

  /// The place in the words of a language.
  public String placeIn(Language language) {
    boolean counted =
        place.startsWith("line ") || place.startsWith("byte ") || place.startsWith("chunk ");
    return switch (language) {
      case EN -> place;
      case FR ->
          counted
              ? place
                  .replace("line ", "ligne\u00a0")
                  .replace("byte ", "octet\u00a0")
                  .replace("chunk ", "bloc\u00a0")
              : place;
    };
  }
}
