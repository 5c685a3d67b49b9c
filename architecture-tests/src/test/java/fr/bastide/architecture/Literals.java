package fr.bastide.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Finds the texts in Java sources, by the compiler's own parser: literals that are added up are
/// one text, in which anything else stands as `…`.
final class Literals {

  private Literals() {}

  /// What a text is for.
  enum Kind {
    /// The first argument of a `Text`: French.
    FRENCH,
    /// The second argument of a `Text`: English.
    ENGLISH,
    /// Any other.
    OTHER
  }

  /// Gives each text of some sources to `each`.
  static void read(List<Path> sources, TextReader each) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        unit.accept(new Scanner((kind, text) -> each.text(file, kind, text)), Kind.OTHER);
      }
    }
  }

  /// Takes one text.
  interface TextReader {
    void text(Path file, Kind kind, String text);
  }

  private static final class Scanner extends TreeScanner<Void, Kind> {

    private final BiConsumer<Kind, String> each;

    Scanner(BiConsumer<Kind, String> each) {
      this.each = each;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Kind kind) {
      List<? extends ExpressionTree> arguments = made.getArguments();
      if (made.getIdentifier().toString().equals("Text") && arguments.size() == 2) {
        scan(arguments.get(0), Kind.FRENCH);
        scan(arguments.get(1), Kind.ENGLISH);
        return null;
      }
      return super.visitNewClass(made, kind);
    }

    @Override
    public Void visitBinary(BinaryTree sum, Kind kind) {
      if (sum.getKind() != Tree.Kind.PLUS || !worded(sum)) {
        return super.visitBinary(sum, kind);
      }
      StringBuilder text = new StringBuilder();
      fold(sum, text, kind);
      each.accept(kind, text.toString());
      return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Kind kind) {
      if (literal.getValue() instanceof String text) {
        each.accept(kind, text);
      }
      return null;
    }

    private static boolean worded(ExpressionTree part) {
      return switch (part) {
        case LiteralTree literal -> literal.getValue() instanceof String;
        case BinaryTree sum -> worded(sum.getLeftOperand()) || worded(sum.getRightOperand());
        default -> false;
      };
    }

    private void fold(ExpressionTree part, StringBuilder text, Kind kind) {
      switch (part) {
        case LiteralTree literal -> text.append(literal.getValue());
        case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> {
          fold(sum.getLeftOperand(), text, kind);
          fold(sum.getRightOperand(), text, kind);
        }
        case ParenthesizedTree inner when worded(inner.getExpression()) ->
            fold(inner.getExpression(), text, kind);
        default -> {
          text.append('…');
          scan(part, kind);
        }
      }
    }
  }
}
