package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.util.ArrayDeque;
import java.util.Deque;

/// Reads rich text (RTF 1.9.1) into a Word document: a small stack machine over its tokens, bounded
/// in depth, which knows the groups it keeps and passes over all others.
final class RtfReading {

  private static final int MOST_DEPTH = 1000;
  private static final int STEP = 4096;

  private final RtfTokens tokens;
  private final Workbench bench;
  private final Ledger ledger;
  private final RtfText text;
  private final RtfLooks looks = new RtfLooks();
  private final Deque<RtfState> stack = new ArrayDeque<>();
  private RtfState state = new RtfState();
  private RtfPicture picture = new RtfPicture();
  private int passing;
  private boolean fresh;

  private RtfReading(byte[] bytes, Workbench bench, Ledger ledger) {
    this.tokens = new RtfTokens(bytes);
    this.bench = bench;
    this.ledger = ledger;
    this.text = new RtfText(looks, bench, ledger);
  }

  static byte[] converted(byte[] bytes, Workbench bench, Ledger ledger) {
    return new RtfReading(bytes, bench, ledger).read();
  }

  private byte[] read() {
    long count = 0;
    boolean opened = false;
    for (RtfTokens.Kind kind = tokens.next(); kind != RtfTokens.Kind.END; kind = tokens.next()) {
      if (++count % STEP == 0) {
        bench.yielded(STEP);
      }
      switch (kind) {
        case OPEN -> open();
        case CLOSE -> {
          fresh = false;
          close();
          if (opened && stack.isEmpty()) {
            if (tokens.next() != RtfTokens.Kind.END) {
              ledger.add(Threat.TRAILING_DATA, "rtf");
            }
            return text.document();
          }
        }
        case WORD -> {
          word();
          fresh = false;
        }
        default -> {
          fresh = false;
          value();
        }
      }
      opened = true;
    }
    return text.document();
  }

  private void open() {
    text.flush(state);
    if (stack.size() >= MOST_DEPTH) {
      throw new RefusedException(Reason.TOO_DEEP, "rtf");
    }
    stack.push(state);
    state = state.inner();
    passing = 0;
    fresh = true;
  }

  private void close() {
    text.flush(state);
    if (stack.isEmpty()) {
      return;
    }
    RtfState ended = state;
    state = stack.pop();
    passing = 0;
    if (ended.target == RtfState.Target.PICTURE && state.target != RtfState.Target.PICTURE) {
      text.picture(picture, state);
    }
    if (ended.field) {
      text.fields().end(looks.format(ended));
    }
    if (ended.ownBody) {
      text.endBody(ended.ownKind);
    }
  }

  private void value() {
    if (passing > 0) {
      passing--; // the plain equivalent of a character already told by its number
      return;
    }
    if (state.target == RtfState.Target.PICTURE) {
      picture.digit(tokens.value());
    } else {
      text.value(tokens.value(), state);
    }
  }

  private void word() {
    String word = tokens.word();
    int number = tokens.number(1);
    if (word.equals("bin")) {
      byte[] raw = tokens.raw(tokens.number(0));
      if (state.target == RtfState.Target.PICTURE) {
        picture.raw(raw);
      }
      return;
    }
    if (word.equals("u")) {
      passing = 0;
      text.character((char) tokens.number('?'), state);
      passing = state.skipped;
      return;
    }
    if (passing > 0) {
      passing--;
      return;
    }
    text.flush(state);
    switch (word) {
      case "*" -> state.starred = fresh; // elsewhere than first in its group it means nothing
      case "uc" -> state.skipped = Math.max(0, Math.min(16, tokens.number(1)));
      default -> {
        if (!destination(word)) {
          inner(word, number);
        }
      }
    }
  }

  private void inner(String word, int number) {
    switch (state.target) {
      case FONTS, COLOURS -> looks.word(word, number, state.target);
      case PICTURE -> picture.word(word, tokens.number(0));
      case NOWHERE, FIELD_CODE -> {
        if (state.target == RtfState.Target.FIELD_CODE && word.equals("\\")) {
          text.value('\\', state);
        }
      }
      case TEXT -> {
        if (state.starred) {
          state.starred = false;
          state.target = RtfState.Target.NOWHERE; // a group marked as one to pass over when unknown
        } else if (!state.character(word, number)) {
          boolean own = state.paragraph(word, tokens.number(0)) || text.word(word, tokens, state);
          if (!own) {
            looks.word(word, tokens.number(0), state.target);
          }
        }
      }
    }
  }

  /// A word that says where the characters of its group go.
  private boolean destination(String word) {
    switch (word) {
      case "fonttbl" -> state.target = RtfState.Target.FONTS;
      case "colortbl" -> state.target = RtfState.Target.COLOURS;
      case "info" -> {
        ledger.once(Threat.METADATA, "rtf");
        state.target = RtfState.Target.NOWHERE;
      }
      case "stylesheet",
          "listtable",
          "listoverridetable",
          "filetbl",
          "revtbl",
          "rsidtbl",
          "generator",
          "nonshppict",
          "themedata",
          "colorschememapping",
          "latentstyles",
          "datastore",
          "xmlnstbl",
          "pgptbl",
          "bkmkstart",
          "bkmkend",
          "datafield",
          "formfield",
          "private",
          "xe",
          "tc",
          "fldtype",
          "sp",
          "upr",
          "annotation",
          "atnid",
          "atnauthor",
          "ftnsep",
          "ftnsepc",
          "aftnsep",
          "aftnsepc",
          "pnseclvl",
          "pn",
          "userprops",
          "mailmerge",
          "defchp",
          "defpap",
          "objclass",
          "objname",
          "panose",
          "falt" ->
          state.target = RtfState.Target.NOWHERE;
      case "template" -> {
        ledger.add(Threat.EXTERNAL_TEMPLATE, "rtf");
        state.target = RtfState.Target.NOWHERE;
      }
      case "objdata" -> {
        ledger.add(Threat.EMBEDDED_OBJECT, "rtf");
        state.target = RtfState.Target.NOWHERE;
      }
      case "object",
          "result",
          "shppict",
          "shpinst",
          "shptxt",
          "shp",
          "shprslt",
          "ud",
          "do",
          "dptxbxtext",
          "pntext",
          "listtext" ->
          shown(word);
      default -> {
        return part(word);
      }
    }
    state.starred = false;
    return true;
  }

  private void shown(String word) {
    boolean again = word.equals("ud");
    if (again || state.target == RtfState.Target.TEXT) {
      state.target = word.equals("shprslt") ? RtfState.Target.NOWHERE : RtfState.Target.TEXT;
    }
    if (word.equals("listtext") || word.equals("pntext")) {
      state.hidden = false;
    }
  }

  private boolean part(String word) {
    boolean shown = state.target == RtfState.Target.TEXT;
    switch (word) {
      case "pict" -> {
        if (shown) {
          picture = new RtfPicture();
          state.target = RtfState.Target.PICTURE;
        }
      }
      case "field" -> {
        if (shown) {
          state.field = true;
          text.fields().begin();
        }
      }
      case "fldinst" -> {
        if (shown) {
          state.target = RtfState.Target.FIELD_CODE;
        }
      }
      case "fldrslt" -> {
        if (shown) {
          text.fields().separate(looks.format(state));
        }
      }
      case "footnote" -> body("footnote", shown);
      case "header", "headerr" -> body("header", shown);
      case "footer", "footerr" -> body("footer", shown);
      case "headerl", "headerf", "footerl", "footerf" -> state.target = RtfState.Target.NOWHERE;
      default -> {
        return false;
      }
    }
    state.starred = false;
    return true;
  }

  private void body(String kind, boolean shown) {
    if (shown && text.canBegin(kind)) {
      state.ownBody = true;
      state.ownKind = kind;
      state.inTable = false;
      text.beginBody(kind);
    } else {
      state.target = RtfState.Target.NOWHERE;
    }
  }
}
