package fr.bastide.detection.internal.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rules as programs of jumps: three numbers an instruction, a check and where to go on when it is
/// true and when it is false. Negation costs nothing, it only changes places.
final class Code {

  /// Where a program goes that has matched.
  static final int YES = -1;

  /// Where a program goes that has not.
  static final int NO = -2;

  private static final int MOST_GUARDS = 4;

  /// Parts of which some number has to hold; an instruction whose check is `-1 - n` asks for group
  /// `n`.
  ///
  /// @param parts where the program of each part begins
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Group(int least, int[] parts) {}

  private int[] code = new int[1 << 14];
  private int length;
  private final List<Group> groups = new ArrayList<>();

  /// Writes the program of a rule and returns where it begins, which may be [#YES] or [#NO] at
  /// once.
  int write(Node node) {
    return write(node, YES, NO);
  }

  /// How many numbers have been written.
  int length() {
    return length;
  }

  /// The checks that instructions from there on ask for.
  int[] asked(int from) {
    int[] asked = new int[(length - from) / 3];
    int count = 0;
    for (int at = from; at < length; at += 3) {
      if (code[at] >= 0) {
        asked[count++] = code[at];
      }
    }
    return Arrays.copyOf(asked, count);
  }

  /// The instructions; ends where the last program does.
  int[] instructions() {
    return Arrays.copyOf(code, length);
  }

  Group[] groups() {
    return groups.toArray(Group[]::new);
  }

  private int write(Node node, int yes, int no) {
    return switch (node) {
      case Node.Leaf leaf -> guarded(leaf, instruction(leaf.check(), yes, no), no);
      case Node.Not(Node part) -> write(part, no, yes);
      case Node.All all -> {
        int next = yes;
        for (Node part : all.parts().reversed()) {
          next = write(part, next, no);
        }
        yield next;
      }
      case Node.Any any -> {
        int next = no;
        for (Node part : any.parts().reversed()) {
          next = write(part, yes, next);
        }
        yield next;
      }
      case Node.AtLeast some -> {
        int[] parts = some.parts().stream().mapToInt(this::write).toArray();
        groups.add(new Group(some.least(), parts));
        yield instruction(-groups.size(), yes, no);
      }
    };
  }

  /// What a check cannot hold without is asked before it: it is cheaper, and often known by then.
  private int guarded(Node.Leaf leaf, int check, int no) {
    if (leaf.required().size() > MOST_GUARDS || leaf.required().contains(leaf.check())) {
      return check;
    }
    int next = leaf.required().isEmpty() ? check : no;
    for (int required : leaf.required().reversed()) {
      next = instruction(required, check, next);
    }
    return next;
  }

  private int instruction(int check, int yes, int no) {
    if (length + 3 > code.length) {
      code = Arrays.copyOf(code, 2 * code.length);
    }
    int at = length;
    code[at] = check;
    code[at + 1] = yes;
    code[at + 2] = no;
    length = at + 3;
    return at;
  }
}
