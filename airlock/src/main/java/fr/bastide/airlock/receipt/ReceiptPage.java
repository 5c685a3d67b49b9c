package fr.bastide.airlock.receipt;

import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Words;
import fr.bastide.airlock.worker.Audit;
import fr.bastide.airlock.worker.Protection;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// A receipt as one page for people: in French, then in English, in one file that needs nothing
/// else, no script, and prints.
public final class ReceiptPage {

  private static final Text TITLE =
      new Text("Qu’est devenu le fichier %s\u202f?", "What became of the file %s?");

  private final Receipt receipt;
  private final ZoneId zone;
  private final Html html = new Html();

  private ReceiptPage(Receipt receipt, ZoneId zone) {
    this.receipt = receipt;
    this.zone = zone;
  }

  /// The page as HTML.
  ///
  /// @param zone in which times are told
  public static String write(Receipt receipt, ZoneId zone) {
    return new ReceiptPage(receipt, zone).page();
  }

  private String page() {
    String name = receipt.arrived().name();
    html.raw("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"robots\" content=\"noindex\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .raw("style-src 'unsafe-inline'\">\n<title>")
        .text(Html.filled(TITLE.fr(), "«\u00a0" + name + "\u00a0»"))
        .raw("</title>\n<style>\n")
        .raw(style())
        .raw("</style>\n</head>\n<body>\n<header>\n<p class=\"house\">Bastide</p>\n")
        .raw("<nav aria-label=\"Langue / Language\"><a href=\"#fr\">Français</a> ")
        .raw("<a href=\"#en\" lang=\"en\" hreflang=\"en\">English</a></nav>\n</header>\n<main>\n");
    for (Language language : Language.values()) {
      new Part(language).write();
    }
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream in =
        ReceiptPage.class.getResourceAsStream("/fr/bastide/airlock/receipt.css")) {
      if (in == null) {
        throw new IllegalStateException("no resource receipt.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("receipt.css", unreadable);
    }
  }

  /// The page in one language.
  private final class Part {
    private final Language language;
    private final Figures figures;

    Part(Language language) {
      this.language = language;
      this.figures = new Figures(language, zone);
    }

    void write() {
      String name = receipt.arrived().name();
      String tag = language.tag();
      html.raw("<article id=\"" + tag + "\" lang=\"" + tag + "\">\n")
          .raw(language == Language.FR ? "<h1>" : "<h2 class=\"title\">")
          .text(
              Html.filled(
                  TITLE.in(language),
                  say(new Text("«\u00a0" + name + "\u00a0»", "“" + name + "”"))))
          .raw(language == Language.FR ? "</h1>\n" : "</h2>\n");
      verdict();
      removed();
      proof();
      html.raw("</article>\n");
    }

    private void verdict() {
      receipt
          .refusal()
          .ifPresentOrElse(
              this::refused,
              () -> {
                html.raw("<p class=\"verdict passed\"><strong>")
                    .text(say(new Text("Il est passé.", "It passed.")))
                    .raw("</strong> ")
                    .text(
                        receipt.findings().isEmpty()
                            ? say(
                                new Text(
                                    "Rien de dangereux n’y était\u00a0: il a été reconstruit en"
                                        + " entier.",
                                    "Nothing dangerous was in it: it was rebuilt whole."))
                            : say(
                                new Text(
                                    "Il a été reconstruit sans ce qui suit.",
                                    "It was rebuilt without what follows.")))
                    .raw("</p>\n");
              });
    }

    private void refused(Outcome.Refused refusal) {
      Words.OfReason words = Words.of(refusal.reason());
      html.raw("<p class=\"verdict held\"><strong>")
          .text(say(new Text("Il n’est pas passé.", "It did not pass.")))
          .raw("</strong> ")
          .text(say(words.what()))
          .raw("</p>\n<p class=\"ask\"><strong>")
          .text(say(new Text("Que faire\u202f? ", "What to do? ")))
          .raw("</strong>")
          .text(say(words.ask()))
          .raw("</p>\n");
    }

    private void removed() {
      List<Finding> findings =
          receipt.audit() instanceof Audit.Failed failed ? failed.remains() : receipt.findings();
      if (findings.isEmpty()) {
        return;
      }
      html.raw("<h2>")
          .text(
              receipt.left().isPresent()
                  ? say(new Text("Ce qui a été retiré ou changé", "What was removed or changed"))
                  : say(new Text("Ce qui restait dangereux", "What was still dangerous")))
          .raw("</h2>\n<table>\n<thead><tr>");
      for (Text head :
          List.of(
              new Text("Quoi", "What"),
              new Text("Pourquoi c’est dangereux", "Why it is dangerous"),
              new Text("Où", "Where"),
              new Text("Nombre", "Count"))) {
        html.raw("<th scope=\"col\">").text(say(head)).raw("</th>");
      }
      html.raw("</tr></thead>\n<tbody>\n");
      for (Finding finding : findings) {
        Words.OfThreat words = Words.of(finding.threat());
        html.raw("<tr><th scope=\"row\">")
            .text(Html.capital(say(words.name())))
            .raw("</th><td>")
            .text(say(words.danger()))
            .raw("</td><td>")
            .text(finding.where().isEmpty() ? "–" : finding.where())
            .raw("</td><td>")
            .text(figures.number(finding.count()))
            .raw("</td></tr>\n");
      }
      html.raw("</tbody>\n</table>\n");
    }

    private void proof() {
      html.raw("<h2>").text(say(new Text("Les preuves", "The proof"))).raw("</h2>\n<dl>\n");
      Receipt.Arrived arrived = receipt.arrived();
      row(new Text("Arrivé le", "Arrived on"), figures.instant(receipt.instant()));
      row(
          new Text("Type annoncé", "Declared type"),
          arrived.declaredType().orElse(say(new Text("aucun", "none"))));
      row(new Text("Type trouvé", "Type found"), receipt.found().mediaType());
      row(new Text("Taille à l’arrivée", "Size on arrival"), figures.bytes(arrived.size()));
      row(new Text("Empreinte SHA-256 à l’arrivée", "SHA-256 on arrival"), arrived.sha256());
      receipt
          .left()
          .ifPresent(left -> {
            row(new Text("Nom de sortie", "Name on leaving"), left.name());
            row(new Text("Taille à la sortie", "Size on leaving"), figures.bytes(left.size()));
            row(new Text("Empreinte SHA-256 à la sortie", "SHA-256 on leaving"), left.sha256());
          });
      row(
          new Text("Second contrôle, par un autre programme", "Second check, by another program"),
          say(audit()));
      row(
          new Text(
              "Protections du programme qui l’a traité", "Protections of the program that had it"),
          receipt.confinement().isEmpty()
              ? say(new Text("inconnu", "unknown"))
              : receipt.confinement().stream()
                  .sorted()
                  .map(Protection::words)
                  .map(this::say)
                  .collect(Collectors.joining(say(new Text("\u202f; ", "; ")))));
      row(new Text("Politique", "Policy"), receipt.policyName() + ", " + receipt.policyVersion());
      row(new Text("Version du sas", "Airlock version"), receipt.engine());
      row(new Text("Durée", "Time taken"), figures.number(receipt.taken().toMillis()) + "\u00a0ms");
      html.raw("</dl>\n");
    }

    private Text audit() {
      return switch (receipt.audit()) {
        case Audit.Clean _ -> new Text("rien de dangereux ne reste", "nothing dangerous is left");
        case Audit.Failed _ ->
            new Text("échec\u00a0: le fichier ne sort pas", "failed: the file does not leave");
        case Audit.NotNeeded _ ->
            new Text("sans objet\u00a0: rien ne sort", "not needed: nothing leaves");
      };
    }

    private void row(Text what, String value) {
      html.raw("<div><dt>").text(say(what)).raw("</dt><dd>").text(value).raw("</dd></div>\n");
    }

    private String say(Text text) {
      return text.in(language);
    }
  }
}
