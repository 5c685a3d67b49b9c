package fr.bastide.telemetry.internal.evtx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parsed template or part of a record, with the programs it was compiled to, one for each place
/// in the event where it stands: hardly ever more than one.
final class Fragment {

  /// Stands for a template that cannot be parsed, so that this is tried once.
  static final Fragment BROKEN = new Fragment(List.of());

  /// Stands for a template whose elements are nested too deeply.
  static final Fragment TOO_DEEP = new Fragment(List.of());

  private final List<Part> parts;
  private final List<Compiled> programs = new ArrayList<>(1);

  private static final class Compiled {
    final FlatPath path;
    final FlatOp[] ops;

    Compiled(FlatPath path, FlatOp[] ops) {
      this.path = path;
      this.ops = ops;
    }
  }

  Fragment(List<Part> parts) {
    this.parts = parts;
  }

  List<Part> parts() {
    return parts;
  }

  /// The program for this place, if it was compiled already.
  FlatOp @Nullable [] program(FlatPath path) {
    for (int i = 0; i < programs.size(); i++) {
      Compiled compiled = programs.get(i);
      if (compiled.path.equals(path)) {
        return compiled.ops;
      }
    }
    return null;
  }

  void program(FlatPath path, FlatOp[] ops) {
    programs.add(new Compiled(path, ops));
  }
}
