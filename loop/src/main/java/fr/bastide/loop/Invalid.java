package fr.bastide.loop;

import fr.bastide.kernel.Text;

/// What was sent cannot be accepted; says which field and what to do.
public final class Invalid extends LoopException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /// @param field the field concerned, as the API names it; empty when it is the whole
  public Invalid(String field, Text text) {
    super(text);
    this.field = field;
  }

  /// The field concerned, as the API names it; empty when it is the whole.
  public String field() {
    return field;
  }
}
