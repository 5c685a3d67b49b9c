package fr.bastide.kernel;

/// An identifier that is not well formed: a SIREN with a wrong check digit, an unknown form of
/// code.
public final class InvalidIdentifier extends BastideException {

  private static final long serialVersionUID = 1L;

  public InvalidIdentifier(Text text) {
    super(text);
  }
}
