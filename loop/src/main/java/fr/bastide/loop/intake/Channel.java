package fr.bastide.loop.intake;

import fr.bastide.kernel.Text;

/// By which way a report came.
public enum Channel {
  /// The public form.
  FORM(new Text("formulaire", "form")),
  /// A call, noted by an operator.
  CALL(new Text("appel", "call")),
  /// The mailbox.
  MAIL(new Text("message électronique", "mail")),
  /// Detection.
  ALERT(new Text("alerte de détection", "alert from detection")),
  /// A program, through the API.
  API(new Text("programme", "program"));

  private final Text label;

  Channel(Text label) {
    this.label = label;
  }

  /// Its name for people.
  public Text label() {
    return label;
  }
}
