package fr.bastide.cli;

import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.ReflexCards;
import fr.bastide.incident.reflex.Step;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Map;

/// Prints reflex cards as text: whom to call first, then what to do.
final class ReflexPrinter {

  private static final String INDENT = "      ";

  private final Console console;

  ReflexPrinter(Console console) {
    this.console = console;
  }

  void list(ReflexCards cards) {
    console.say("QUE SE PASSE-T-IL\u202f?", "WHAT IS HAPPENING?");
    for (ReflexCard card : cards.cards()) {
      console.out().println();
      console.out().println("  " + card.id() + " – " + words(card.name()));
      line("", card.plain());
    }
    console.out().println();
    console.say(
        "Ensuite\u00a0: bastide incident reflex ransomware",
        "Then: bastide incident reflex ransomware");
  }

  void card(ReflexCard card) {
    console.out().println(words(card.name()).toUpperCase(console.language().locale()));
    console.say(card.plain());
    title(new Text("QUI APPELER", "WHOM TO CALL"));
    card.calls().forEach(this::contact);
    title(new Text("COMMENT LE RECONNAÎTRE", "HOW TO RECOGNISE IT"));
    card.clues().forEach(clue -> console.out().println("  • " + words(clue.sign().text())));
    int number = 1;
    for (ReflexCard.Group group : card.groups()) {
      title(group.phase().label());
      for (Step step : group.steps()) {
        step(number++, step);
      }
    }
    title(new Text("CE QUE LA LOI PEUT DEMANDER", "WHAT THE LAW MAY ASK"));
    Map<String, List<Obligation>> duties = ObligationBook.builtin().duties();
    for (String id : card.law()) {
      Obligation duty = duties.getOrDefault(id, List.of()).getLast();
      console.out().println("  • " + words(duty.title()) + " [" + id + "]");
      line("", duty.article());
    }
    title(new Text("SOURCES", "SOURCES"));
    card.sources()
        .forEach(one ->
            console
                .out()
                .println(
                    "  • " + one.publisher() + ", " + one.title() + " <" + one.address() + ">"));
  }

  private void step(int number, Step step) {
    console.out().println("  [ ] " + number + ". " + words(step.act()));
    line("", step.why());
    line("✗ ", step.avoid());
    Text who = step.who().label();
    line(
        "→ ",
        new Text(
            who.fr() + ", environ " + step.minutes() + "\u00a0min",
            who.en() + ", about " + step.minutes() + "\u00a0min"));
  }

  private void contact(Contact contact) {
    String numbers = String.join(", ", contact.numbers());
    String address = contact.address().map(uri -> uri.toString()).orElse("");
    String where = numbers.isEmpty() ? address : numbers;
    console.out().println("  • " + words(contact.name()) + (where.isEmpty() ? "" : " – " + where));
    line("", contact.help());
  }

  private void title(Text title) {
    console.out().println();
    console.out().println(words(title).toUpperCase(console.language().locale()));
  }

  private String words(Text text) {
    return text.in(console.language());
  }

  private void line(String mark, Text text) {
    console.out().println(INDENT + mark + words(text));
  }
}
