package fr.bastide.loop;

import fr.bastide.kernel.Text;

/// There is no such thing, or the caller may not know that there is one: both say the same.
public final class NotFound extends LoopException {

  private static final long serialVersionUID = 1L;

  private static final Text TEXT =
      new Text(
          "Cette page n’existe pas, ou vous n’y avez pas accès. Vérifiez l’adresse, ou demandez"
              + " l’accès à la personne qui vous l’a donnée.",
          "There is no such page, or you have no access to it. Check the address, or ask whoever"
              + " gave it to you for access.");

  public NotFound() {
    super(TEXT);
  }

  public NotFound(Throwable cause) {
    super(TEXT, cause);
  }
}
