package fr.bastide.cli;

import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// One line on the error stream that tells how far the reading is: on a terminal alone, four times
/// a second at most.
final class Progress {

  private static final long PAUSE_NANOS = 250_000_000;
  private static final String CLEAR = "\r\u001b[K";
  private static final int LONGEST = 60;

  private final Console console;
  private final boolean shown;
  private long next = System.nanoTime();
  private boolean drawn;

  Progress(Console console, boolean shown) {
    this.console = console;
    this.shown = shown;
  }

  /// One that speaks when the error stream of this process is a terminal.
  static Progress of(Console console) {
    return new Progress(console, terminal());
  }

  /// Tells how far we are.
  ///
  /// @param file the number of the file under way, from 1
  void at(int file, int files, String name, long events) {
    if (!shown || System.nanoTime() < next) {
      return;
    }
    next = System.nanoTime() + PAUSE_NANOS;
    drawn = true;
    boolean french = console.language() == Language.FR;
    String end = name.length() > LONGEST ? "…" + name.substring(name.length() - LONGEST) : name;
    PrintWriter err = console.err();
    err.printf(
        console.language().locale(),
        french ? "%s[%d/%d] %,d événements  %s" : "%s[%d/%d] %,d events  %s",
        CLEAR,
        file,
        files,
        events,
        plain(end));
    err.flush();
  }

  /// Takes the line away, so that something else can be said.
  void clear() {
    if (drawn) {
      console.err().print(CLEAR);
      console.err().flush();
      drawn = false;
    }
  }

  /// A file name cannot move the cursor.
  private static String plain(String name) {
    StringBuilder text = new StringBuilder(name.length());
    name.chars().forEach(c -> text.append(Character.isISOControl(c) ? '?' : (char) c));
    return text.toString();
  }

  private static boolean terminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
