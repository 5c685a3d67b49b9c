package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// Reads a content stream operator by operator and writes those that are known, in balance: every
/// `q` has its `Q`, every marked content its end, whatever the original had.
final class ContentRewriter {

  private static final int MAX_SAVED = 10_000;
  private static final int MAX_OPERANDS = 64;
  private static final int BATCH = 4096;

  /// What became of the beginning of a marked content.
  private enum Mark {
    WRITTEN,
    LEFT_OUT,
    HIDDEN
  }

  private final Rebuild rebuild;
  private final COSDictionary resources;
  private final byte[] data;
  private final Lexer lexer;
  private final CosText out = CosText.withoutReferences();
  private final UsedNames used = new UsedNames();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final List<COSBase> operands = new ArrayList<>();
  private int saved;
  private int hidden;
  private boolean inText;
  private boolean unknown;

  /// @param resources those of the original, where names are looked up
  ContentRewriter(Rebuild rebuild, byte[] data, COSDictionary resources) {
    this.rebuild = rebuild;
    this.data = data;
    this.lexer = new Lexer(data);
    this.resources = resources;
  }

  UsedNames used() {
    return used;
  }

  /// The content written anew.
  byte[] rewrite() {
    int count = 0;
    for (Lexer.Token token = lexer.next(); token != null; token = lexer.next()) {
      switch (token) {
        case Lexer.Value(COSBase value) -> {
          if (operands.size() < MAX_OPERANDS) {
            operands.add(value);
          }
        }
        case Lexer.Keyword(String word) -> {
          keyword(word);
          operands.clear();
          if (++count % BATCH == 0) {
            rebuild.bench.yielded(0);
          }
        }
      }
    }
    close();
    return out.bytes();
  }

  private void close() {
    if (inText) {
      out.ascii("ET\n");
    }
    for (Mark mark : marks) {
      if (mark == Mark.WRITTEN) {
        out.ascii("EMC\n");
      }
    }
    for (int i = 0; i < saved; i++) {
      out.ascii("Q\n");
    }
    if (unknown) {
      rebuild.findings.once(Threat.UNKNOWN_PART, rebuild.place());
    }
  }

  private void keyword(String word) {
    if ("BI".equals(word)) {
      picture();
      return;
    }
    Operators.Operator operator = Operators.HOUSE.find(word);
    if (operator == null) {
      unknown |= !"BX".equals(word) && !"EX".equals(word);
      return;
    }
    List<COSBase> taken = Operators.fit(operator, operands);
    if (taken == null) {
      return;
    }
    switch (word) {
      case "q" -> save();
      case "Q" -> restore();
      case "BT" -> text(true);
      case "ET" -> text(false);
      case "BMC", "BDC" -> begin(word, taken);
      case "EMC" -> end();
      case "DP" -> point(taken);
      default -> {
        if (operator.paints() && hidden > 0) {
          suppress(word);
        } else if (!"Do".equals(word) || draws(taken.getFirst())) {
          used.note(word, taken);
          write(word, taken);
        }
      }
    }
  }

  private void write(String word, List<COSBase> taken) {
    for (COSBase operand : taken) {
      out.value(operand).ascii(" ");
    }
    out.ascii(word).ascii("\n");
  }

  private void save() {
    if (++saved > MAX_SAVED) {
      throw new RefusedException(Reason.TOO_DEEP, rebuild.place());
    }
    out.ascii("q\n");
  }

  private void restore() {
    if (saved > 0) {
      saved--;
      out.ascii("Q\n");
    }
  }

  private void text(boolean begin) {
    if (begin == inText) {
      if (!begin) {
        return;
      }
      out.ascii("ET\n");
    }
    inText = begin;
    out.ascii(begin ? "BT\n" : "ET\n");
  }

  /// What moves the pen, and only that, of an operator whose mark is hidden.
  private void suppress(String word) {
    rebuild.layers.removed();
    switch (word) {
      case "'", "\"" -> out.ascii("T*\n");
      case "Tj", "TJ", "sh", "Do" -> {}
      default -> out.ascii("n\n");
    }
  }

  private boolean draws(COSBase name) {
    COSDictionary drawn = resource(COSName.XOBJECT, name);
    if (drawn == null) {
      return false;
    }
    boolean shown = rebuild.layers.shows(drawn.getItem(COSName.OC));
    if (!shown) {
      rebuild.layers.removed();
    }
    return shown;
  }

  private @Nullable COSDictionary resource(COSName category, COSBase name) {
    return name instanceof COSName key
            && resources.getDictionaryObject(category) instanceof COSDictionary named
            && Copier.resolve(named.getItem(key)) instanceof COSDictionary found
        ? found
        : null;
  }

  private void begin(String word, List<COSBase> taken) {
    COSName tag = (COSName) taken.getFirst();
    COSBase properties = taken.size() > 1 ? taken.get(1) : null;
    if ("OC".equals(tag.getName()) && properties instanceof COSName name) {
      boolean shown = rebuild.layers.shows(resource(COSName.PROPERTIES, name));
      marks.push(shown ? Mark.LEFT_OUT : Mark.HIDDEN);
      hidden += shown ? 0 : 1;
      return;
    }
    marks.push(Mark.WRITTEN);
    if ("BMC".equals(word)) {
      write(word, taken);
      return;
    }
    COSDictionary kept = properties(properties);
    out.value(tag).ascii(" ").value(kept).ascii(" BDC\n");
  }

  private void point(List<COSBase> taken) {
    out.value(taken.getFirst()).ascii(" ").value(properties(taken.get(1))).ascii(" DP\n");
  }

  /// The properties of a marked content, written where they are used.
  private COSDictionary properties(@Nullable COSBase properties) {
    COSDictionary source =
        properties instanceof COSDictionary direct
            ? direct
            : properties == null ? null : resource(COSName.PROPERTIES, properties);
    COSDictionary kept = new COSDictionary();
    if (source != null) {
      rebuild
          .grammar
          .keys("MarkedContent")
          .forEach((key, shape) -> {
            COSBase value = rebuild.copier.now(source.getItem(key), shape);
            if (value != null) {
              kept.setItem(key, value);
            }
          });
      if (kept.getDictionaryObject(COSName.MCID) instanceof COSInteger id && id.intValue() < 0) {
        kept.removeItem(COSName.MCID);
      }
    }
    return kept;
  }

  private void end() {
    Mark mark = marks.poll();
    if (mark == Mark.WRITTEN) {
      out.ascii("EMC\n");
    } else if (mark == Mark.HIDDEN) {
      hidden--;
    }
  }

  private void picture() {
    InlinePicture picture = InlinePicture.read(rebuild, lexer, data, resources);
    byte[] written = picture.written(rebuild, used);
    if (written.length > 0 && hidden == 0) {
      out.raw(written);
    }
  }
}
