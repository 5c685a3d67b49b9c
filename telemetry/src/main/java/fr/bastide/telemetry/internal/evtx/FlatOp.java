package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.ValueKind;
import java.util.List;

/// One step of a template's program: what to write into the draft, in which field.
///
/// Executed in a loop over thousands of records, so the steps are objects of one class told apart
/// by their code.
final class FlatOp {

  /// Write the bytes.
  static final int CONSTANT = 0;

  /// Write a value.
  static final int VALUE = 1;

  /// Write a value, or the bytes, that are the time of the event.
  static final int TIME = 2;

  /// Write constants and values put together.
  static final int MIXED = 3;

  /// Go to step [#target] when a value is null.
  static final int SKIP = 4;

  /// Read another template's instance.
  static final int NESTED = 5;

  /// Name the field of an element by values.
  static final int NAMED = 6;

  /// The number of no value.
  static final int NO_SLOT = Integer.MAX_VALUE;

  private static final byte[] NOTHING = new byte[0];

  /// What to write for a value that is null.
  enum Empty {
    /// Nothing.
    OMITTED,
    /// An empty text.
    TEXT,
    /// That there is no value.
    NULL
  }

  final int code;
  final int field;
  final int slot;
  final FlatPath path;
  Empty empty = Empty.OMITTED;
  byte[] bytes = NOTHING;
  ValueKind kind = ValueKind.TEXT;
  List<Part> parts = List.of();
  int target;

  /// @param slot the number of the value, or the offset of the instance
  /// @param path where elements stand that come out of a value
  FlatOp(int code, int field, int slot, FlatPath path) {
    this.code = code;
    this.field = field;
    this.slot = slot;
    this.path = path;
  }
}
