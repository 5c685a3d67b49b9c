package fr.bastide.detection.internal.match;

import java.util.Arrays;

/// What is known so far of the event at hand: checks found true or false, and the rules to look at.
/// Nothing is cleared between events: marks carry the event's number.
final class Candidates {

  private final int[] memory;
  private final int[] marks;
  private final int[] rules;
  private int count;
  private int now;
  private byte[][] texts = new byte[0][];
  private int[] checks = new int[0];
  private int[][] byText = new int[0][];

  Candidates(int checks, int rules) {
    this.memory = new int[checks];
    this.marks = new int[rules];
    this.rules = new int[rules];
  }

  /// Turns to the next event.
  ///
  /// @param number not that of any event before, from 1 to 2^30
  void begin(Route route, int number) {
    Route.Found found = route.found();
    texts = found.texts();
    checks = found.checks();
    byText = found.rules();
    count = 0;
    now = number;
  }

  /// Forgets the numbers of earlier events: their count begins again.
  void restart() {
    Arrays.fill(memory, 0);
    Arrays.fill(marks, 0);
  }

  /// Takes a text that may stand at this place, where it fits.
  void offer(int text, byte[] bytes, int at) {
    int check = checks[text];
    int found = (now << 1) | 1;
    if (memory[check] != found && Words.standAt(texts[text], bytes, at)) {
      memory[check] = found;
      add(byText[text]);
    }
  }

  /// Makes rules candidates.
  void add(int[] more) {
    for (int rule : more) {
      if (marks[rule] != now) {
        marks[rule] = now;
        rules[count++] = rule;
      }
    }
  }

  int count() {
    return count;
  }

  int rule(int i) {
    return rules[i];
  }

  /// Whether it is known if a check is true.
  boolean knows(int check) {
    return memory[check] >>> 1 == now;
  }

  /// Whether a check is known to be true.
  boolean holds(int check) {
    return memory[check] == ((now << 1) | 1);
  }

  /// Notes what was found out about a check.
  boolean learn(int check, boolean holds) {
    memory[check] = (now << 1) | (holds ? 1 : 0);
    return holds;
  }
}
