package fr.bastide.kernel;

import java.util.Locale;

/// The root of everything Bastide throws on purpose: it carries a message that a person can act on,
/// in both languages. Each module has its own subclass.
public abstract class BastideException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Text text;

  protected BastideException(Text text) {
    super(text.en());
    this.text = text;
  }

  protected BastideException(Text text, Throwable cause) {
    super(text.en(), cause);
    this.text = text;
  }

  /// What happened and what to do, for a person.
  public final Text text() {
    return text;
  }

  @Override
  public String getLocalizedMessage() {
    return Locale.getDefault().getLanguage().equals("fr") ? text.fr() : text.en();
  }
}
