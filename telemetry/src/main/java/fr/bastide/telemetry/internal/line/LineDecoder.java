package fr.bastide.telemetry.internal.line;

/// Makes events of lines; may hold back lines that belong to an event not yet whole.
public interface LineDecoder {

  /// Takes one line that is not blank; its bytes stay as they are during this call only.
  void line(byte[] bytes, int from, int to, Outlet out);

  /// Gives what was held back: there are no more lines.
  default void end(Outlet out) {}
}
