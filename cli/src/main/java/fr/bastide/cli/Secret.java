package fr.bastide.cli;

import fr.bastide.kernel.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Reads a password: from a file, else unseen at the terminal, else a line of the standard input.
final class Secret {

  private static final int LONGEST_FILE = 4_096;

  private Secret() {}

  static char[] read(Console console, Optional<Path> file, String fr, String en)
      throws IOException {
    if (file.isPresent()) {
      if (Files.size(file.get()) > LONGEST_FILE) {
        throw new UsageError(
            "--password-file\u00a0: ce fichier n’est pas un mot de passe.",
            "--password-file: this file is no password.");
      }
      String text = Files.readString(file.get(), StandardCharsets.UTF_8);
      int end = text.indexOf('\n');
      return (end < 0 ? text : text.substring(0, end)).strip().toCharArray();
    }
    java.io.Console terminal = System.console();
    if (terminal != null && terminal.isTerminal()) {
      console.err().print(console.language() == Language.FR ? fr : en);
      console.err().flush();
      char[] typed = terminal.readPassword();
      return typed == null ? new char[0] : Arrays.copyOf(typed, typed.length);
    }
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? new char[0] : line.toCharArray();
  }
}
