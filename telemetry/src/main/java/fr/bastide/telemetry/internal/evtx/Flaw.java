package fr.bastide.telemetry.internal.evtx;

import fr.bastide.kernel.Text;

/// Why a record could not be decoded.
enum Flaw {
  CUT("il s’arrête au milieu de son contenu", "it ends in the middle of its content"),
  TOKEN(
      "il contient un élément que le format ne connaît pas",
      "it holds a token that the format does not know"),
  NAME("un nom auquel il renvoie est illisible", "a name it refers to cannot be read"),
  TEMPLATE("le modèle auquel il renvoie est illisible", "the template it refers to cannot be read"),
  EMPTY("il ne contient rien", "there is nothing in it"),
  DEPTH("ses éléments sont emboîtés trop profondément", "its elements are nested too deeply"),
  SIZE(
      "son contenu, une fois développé, est démesuré",
      "its content is far too large once expanded");

  private final String fr;
  private final String en;

  Flaw(String fr, String en) {
    this.fr = fr;
    this.en = en;
  }

  /// The reason, to stand after a colon.
  Text why() {
    return new Text(fr, en);
  }
}
