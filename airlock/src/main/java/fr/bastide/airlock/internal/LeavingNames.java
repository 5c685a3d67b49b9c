package fr.bastide.airlock.internal;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import java.util.Locale;
import java.util.Optional;

/// The names under which rebuilt files leave: the sender's, with the extension of what the file is.
public final class LeavingNames {

  private static final int MAX_NAME = 200;

  private LeavingNames() {}

  /// A rebuilt file under the name it leaves with, and the media type it is.
  public static Content content(Content from, ContentType type, byte[] bytes) {
    return new Content(name(from.name(), type), Optional.of(type.mediaType()), bytes);
  }

  /// The name for a kind: path, control and direction marks gone, the right extension last.
  public static String name(String declared, ContentType type) {
    String name = plain(declared);
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (extension.equals(type.extension()) || DeclaredKinds.also(type).contains(extension)) {
      return name;
    }
    String stem = dot > 0 && extension.length() <= 5 ? name.substring(0, dot) : name;
    return stem + "." + type.extension();
  }

  private static String plain(String declared) {
    StringBuilder plain = new StringBuilder();
    String last =
        declared.substring(Math.max(declared.lastIndexOf('/'), declared.lastIndexOf('\\')) + 1);
    for (int i = 0; i < last.length(); ) {
      int c = last.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isISOControl(c)
          || Character.getType(c) == Character.FORMAT
          || Character.getType(c) == Character.SURROGATE) {
        continue;
      }
      plain.appendCodePoint("<>:\"|?*".indexOf(c) >= 0 ? '_' : c);
    }
    String name = plain.toString().strip();
    while (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1).strip();
    }
    if (name.length() > MAX_NAME) {
      name = name.substring(name.length() - MAX_NAME);
    }
    return name.isEmpty() ? "fichier" : name;
  }
}
