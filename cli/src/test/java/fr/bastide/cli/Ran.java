package fr.bastide.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command said, and with which code it ended.
record Ran(int code, String out, String err) {

  static Ran of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Bastide.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(code, out.toString(), err.toString());
  }
}
