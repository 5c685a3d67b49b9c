package fr.bastide.detection.internal.match;

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

  /// The number of a field that a rule asks for; [#NONE] when its name came too late to be told
  /// apart, so that it is never there.
  int ask(String field) {
    int id = names.id(field);
    if (id == FieldNames.UNNAMED) {
      return NONE;
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
