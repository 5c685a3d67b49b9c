package fr.bastide.airlock.mail;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.text.TextDisarmer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Rebuilds the words of a message: plain text and pages, in whatever character set they came.
final class WordsRebuilding {

  private static final String WHERE = "message";
  private static final String CHARSET = "charset=";
  private static final int PAGE_HEAD = 2_048;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final TextDisarmer disarmer = new TextDisarmer();
  private final Workbench bench;
  private final Ledger ledger;
  private final BiConsumer<String, byte[]> files;
  private boolean blank = true;

  /// @param files takes the files found in the middle of text
  WordsRebuilding(Workbench bench, Ledger ledger, BiConsumer<String, byte[]> files) {
    this.bench = bench;
    this.ledger = ledger;
    this.files = files;
  }

  /// Whether no words were found so far.
  boolean isBlank() {
    return blank;
  }

  Optional<MailPart> rebuilt(byte[] bytes, String charset, String kind) {
    boolean told = !charset.isEmpty() || !kind.equals("text/html");
    Optional<MailPart> words =
        quietly(Charsets.text(bytes, told ? charset : declaredWithin(bytes)), kind);
    blank &= words.isEmpty();
    return words;
  }

  /// The character set a page declares itself; empty when it does not.
  private static String declaredWithin(byte[] page) {
    String head =
        new String(page, 0, Math.min(page.length, PAGE_HEAD), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    int told = head.indexOf(CHARSET);
    if (told < 0) {
      return "";
    }
    StringBuilder name = new StringBuilder();
    for (int i = told + CHARSET.length(); i < head.length(); i++) {
      char c = head.charAt(i);
      boolean inName = Character.isLetterOrDigit(c) || "-_".indexOf(c) >= 0;
      if (!inName && !name.isEmpty()) {
        break;
      }
      if (inName) {
        name.append(c);
      } else if ("\"' ".indexOf(c) < 0) {
        break;
      }
    }
    return name.toString();
  }

  /// Words that do not count as found.
  Optional<MailPart> quietly(String text, String kind) {
    boolean html = kind.equals("text/html");
    String clean = html ? plausible(text) : UuBlocks.taken(plausible(text), bench, files);
    if (clean.isBlank()) {
      return Optional.empty();
    }
    ContentType type = html ? ContentType.HTML : ContentType.TEXT;
    Content content = Content.of(WHERE + "." + type.extension(), marked(clean));
    return switch (disarmer.disarm(content, type, bench)) {
      case Outcome.Rebuilt(Content rebuilt, var _, var findings) -> {
        findings.forEach(f -> ledger.add(f.threat(), WHERE, f.count()));
        yield Optional.of(
            new MailPart.Words(html, new String(rebuilt.bytes(), StandardCharsets.UTF_8)));
      }
      case Outcome.Refused refused -> throw new RefusedException(refused.reason(), WHERE);
    };
  }

  /// The text with a mark of its encoding, so that no declaration within is believed instead.
  private static byte[] marked(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MARK);
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /// Without the characters by which a text would be taken for none: a message is text whatever it
  /// holds.
  private String plausible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int gone = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufffd' || (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')) {
        gone++;
        out.append(c == '\ufffd' ? "?" : "");
      } else {
        out.append(c);
      }
    }
    if (gone > 0) {
      ledger.add(Threat.HIDDEN_CONTENT, WHERE, gone);
    }
    if (out.length() > bench.policy().limits().bytes()) {
      throw new RefusedException(Reason.TOO_LARGE, WHERE);
    }
    return out.toString();
  }
}
