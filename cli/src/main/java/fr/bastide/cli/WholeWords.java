package fr.bastide.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The texts of the help, with words that are broken at spaces alone.
///
/// Picocli breaks lines where the JDK's `BreakIterator` allows it: after an apostrophe, a dot, a
/// stroke, a hyphen, so that "l’entrée" or "./bastide-data" ends on two lines. Inside a word these
/// characters are therefore letters of a script that no text of ours is written in, as long as
/// lines are laid out; [#restored(PrintWriter)] turns them back, one for one.
final class WholeWords extends ResourceBundle {

  private static final String SIGNS = "’./-";
  private static final String LETTERS = "ᎠᎡᎢᎣ";

  private final ResourceBundle texts;

  WholeWords(ResourceBundle texts) {
    this.texts = texts;
  }

  /// A writer that shows what was laid out as it should be read.
  static PrintWriter restored(PrintWriter out) {
    return new PrintWriter(new Restoring(out), true);
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    if (!texts.containsKey(key)) {
      return null;
    }
    return switch (texts.getObject(key)) {
      case String text -> bound(text);
      case String[] lines -> {
        String[] bound = lines.clone();
        for (int i = 0; i < bound.length; i++) {
          bound[i] = bound(bound[i]);
        }
        yield bound;
      }
      case Object other -> other;
    };
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet());
  }

  static String bound(String text) {
    StringBuilder bound = new StringBuilder(text);
    for (int i = 0; i + 1 < text.length(); i++) {
      int sign = SIGNS.indexOf(text.charAt(i));
      if (sign >= 0 && !Character.isWhitespace(text.charAt(i + 1))) {
        bound.setCharAt(i, LETTERS.charAt(sign));
      }
    }
    return bound.toString();
  }

  private static char read(int character) {
    int letter = LETTERS.indexOf(character);
    return letter < 0 ? (char) character : SIGNS.charAt(letter);
  }

  private static final class Restoring extends FilterWriter {

    Restoring(Writer out) {
      super(out);
    }

    @Override
    public void write(int character) throws IOException {
      out.write(read(character));
    }

    @Override
    public void write(char[] characters, int at, int length) throws IOException {
      for (int i = at; i < at + length; i++) {
        out.write(read(characters[i]));
      }
    }

    @Override
    public void write(String text, int at, int length) throws IOException {
      for (int i = at; i < at + length; i++) {
        out.write(read(text.charAt(i)));
      }
    }
  }
}
