package fr.bastide.detection.internal.match;

import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.FieldNames;
import java.util.Arrays;

/// The fields that rules ask for, numbered without gaps from 1.
final class Fields {

  /// The number of all other fields.
  static final int NONE = 0;

  private final FieldNames names;
  private short[] locals = new short[1024];
  private int count = 1;

  Fields(FieldNames names) {
    this.names = names;
  }

  /// The number of a field that a rule asks for; [#NONE] for the field without a name, which no
  /// event has.
  ///
  /// @throws DetectionException when there are more names than can be told apart
  int ask(String field) {
    int id = names.asked(field);
    if (id == FieldNames.UNNAMED) {
      if (field.isEmpty()) {
        return NONE;
      }
      throw new DetectionException(
          new Text(
              "Trop de noms de champs différents\u00a0: le champ «\u00a0"
                  + field
                  + "\u00a0» d’une règle n’a plus de place. Redémarrez, ou chargez moins de règles.",
              "Too many different field names: there is no room left for the field '"
                  + field
                  + "' of a rule. Start again, or load fewer rules."));
    }
    if (id >= locals.length) {
      locals = Arrays.copyOf(locals, Math.max(id + 1, 2 * locals.length));
    }
    if (locals[id] == NONE) {
      locals[id] = (short) count++;
    }
    return locals[id] & 0xFFFF;
  }

  /// The number here of a field by its number among all names.
  int local(int field) {
    return field < locals.length ? locals[field] & 0xFFFF : NONE;
  }

  /// One more than the highest number.
  int count() {
    return count;
  }
}
