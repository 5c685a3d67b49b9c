package fr.bastide.cli;

/// What the process says to the script that called it.
final class ExitCode {

  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int FAILURE = 3;

  private ExitCode() {}
}
