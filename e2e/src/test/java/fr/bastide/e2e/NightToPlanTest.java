package fr.bastide.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Takes Mirepoix, in the Ariège, from nothing to a printed plan: in French, and with the keyboard
/// alone.
@ExtendWith(Stage.class)
final class NightToPlanTest {

  private static final String BODY = "/bodies/commune-09194";
  private static final String REFERENT = "camille.bastide@mirepoix.exemple";
  private static final String PASSWORD = "les arcades de la place";
  private static final List<String> THEMES = List.of("governance", "backups");

  @Test
  void mirepoixGoesFromInvitationToPrintedPlan(Chromium chromium, Town town)
      throws MessagingException, IOException {
    try (BrowserContext office = chromium.visitor()) {
      invite(new Keyboard(office.newPage()), town);
    }
    String link = linkIn(town.letterTo(REFERENT), town);
    try (BrowserContext hall = chromium.visitor()) {
      Keyboard referent = new Keyboard(hall.newPage());
      enter(referent, link);
      assess(referent);
      complete(referent);
      String measure = plan(referent);
      print(referent, measure);
      takeReport(referent, measure);
      begin(referent);
    }
  }

  private static void invite(Keyboard administrator, Town town) {
    Page page = administrator.page();
    administrator.open(town.server().administratorLink());
    assertThat(page.locator("h1")).hasText("Créez votre accès");
    administrator.type(page.getByLabel("Adresse électronique"), "admin@centre.exemple");
    administrator.type(page.getByLabel("Prénom et nom"), "Ada Ministre");
    administrator.type(page.getByLabel("Nouveau mot de passe"), PASSWORD);
    administrator.follow(button(page, "Créer mon accès"));
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Bienvenue");

    administrator.follow(link(page, "Mes organismes"));
    administrator.skipToContent();
    administrator.type(page.getByLabel("Nom de l’organisme"), "mirepoix");
    administrator.follow(page.locator("#found a[href='" + BODY + "']"));
    assertThat(page.locator("h1")).hasText("Où en est Mirepoix ?");

    administrator.follow(tab(page, "Personnes"));
    administrator.skipToContent();
    administrator.type(page.getByLabel("Son adresse électronique"), REFERENT);
    Locator roles = page.getByRole(AriaRole.GROUP, named("Son rôle"));
    administrator.choose(roles, roles.getByLabel("Référent", exactly()));
    administrator.follow(button(page, "Envoyer l’invitation"));
    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText("Une invitation part vers " + REFERENT);
  }

  private static String linkIn(MimeMessage letter, Town town)
      throws MessagingException, IOException {
    assertThat(letter.getSubject()).contains("Bastide").contains("Mirepoix");
    String text = String.valueOf(letter.getContent());
    assertThat(text).contains("Ada Ministre vous invite");
    List<String> links = text.lines().filter(line -> line.startsWith("http")).toList();
    assertThat(links).as("links of the letter").hasSize(1);
    assertThat(links.getFirst()).startsWith(town.server().at("/invitation/"));
    return links.getFirst().strip();
  }

  private static void enter(Keyboard referent, String link) {
    Page page = referent.page();
    referent.open(link);
    assertThat(page.locator("main")).containsText(REFERENT);
    referent.type(page.getByLabel("Prénom et nom"), "Camille Bastide");
    referent.type(page.getByLabel("Nouveau mot de passe"), PASSWORD);
    referent.follow(button(page, "Créer mon accès"));
    if (!page.url().endsWith(BODY)) {
      referent.follow(link(page, "Mes organismes"));
    }
    assertThat(page.locator("h1")).hasText("Où en est Mirepoix ?");
    assertThat(page.locator("main")).containsText("aucune évaluation n’a été faite");
  }

  private static void assess(Keyboard referent) {
    Page page = referent.page();
    referent.skipToContent();
    referent.follow(link(page, "Commencer une évaluation"));
    Locator depths = page.getByRole(AriaRole.GROUP, named("Profondeur"));
    referent.choose(depths, depths.locator("input[value=STANDARD]"));
    referent.follow(button(page, "Commencer à répondre"));
    for (String theme : THEMES) {
      referent.skipToContent();
      referent.follow(page.locator("main a[href$='/questions/" + theme + "']"));
      referent.skipToContent();
      answer(referent);
      referent.follow(page.locator("nav.crumbs a[href$='/questions']"));
    }
    String lead = page.locator("main .lead").first().innerText();
    assertThat(Integer.parseInt(lead.strip().split("\\s")[0])).as(lead).isGreaterThan(5);
  }

  /// Answers most questions of the page, says of some that nobody knows, and passes over the last.
  private static void answer(Keyboard referent) {
    Page page = referent.page();
    List<String> questions =
        page.locator("section.question:has(form.answer)").all().stream()
            .map(section -> section.getAttribute("id"))
            .toList();
    assertThat(questions).hasSizeGreaterThan(2);
    for (int i = 0; i < questions.size() - 1; i++) {
      Locator question = page.locator("#" + questions.get(i));
      Locator radios = question.locator("form.answer input[type=radio]");
      if (radios.count() == 0) {
        continue;
      }
      Locator known = question.locator("label.choice:not(.choice-unknown):not(.choice-none) input");
      Locator choice =
          i % 4 == 3
              ? question.locator("label.choice-unknown input")
              : known.nth(Math.min(1 + i % 2, known.count() - 1));
      referent.choose(question.locator("fieldset"), choice);
      assertThat(question.locator(".state")).containsText("par Camille Bastide");
    }
    Locator said = page.getByRole(AriaRole.STATUS).first();
    assertThat(said).containsText("Enregistré à");
    assertThat(said).hasAttribute("aria-live", "polite");
  }

  private static void complete(Keyboard referent) {
    Page page = referent.page();
    referent.skipToContent();
    referent.follow(link(page, "Terminer sans tout renseigner"));
    assertThat(page.locator("main")).containsText("« Je ne sais pas »");
    referent.follow(button(page, "Terminer et figer le score"));
    assertThat(page.locator("h1")).hasText("Mirepoix : d’où vient le score ?");
    assertThat(page.locator("main")).containsText("Ce qui est prouvé donne");
    referent.skipToContent();
    Locator theme = page.locator("details.theme-reading").first();
    referent.press(theme.locator("summary"));
    assertThat(theme.locator("table")).isVisible();
    assertThat(theme.locator("table")).containsText("Points perdus");
  }

  /// Makes the plan.
  ///
  /// @return the name of its first measure
  private static String plan(Keyboard referent) {
    Page page = referent.page();
    referent.open(page.url());
    referent.follow(tab(page, "Plan"));
    referent.skipToContent();
    referent.follow(link(page, "Faire un plan"));
    assertThat(page.locator("h1")).hasText("Que peut dépenser Mirepoix ?");
    referent.skipToContent();
    referent.type(page.getByLabel("Budget (euros hors taxe)"), "15 000");
    referent.type(page.getByLabel("Jours de travail de vos agents"), "40");
    referent.follow(button(page, "Voir ce que cela permet"));
    assertThat(page.locator("details.proof summary")).containsText("Optimum prouvé");
    referent.skipToContent();
    referent.press(page.locator("details.proof summary"));
    assertThat(page.locator("details.proof")).containsText("écart : 0");
    referent.follow(button(page, "Garder ce plan"));
    assertThat(page.locator("h1")).hasText("Que fait Mirepoix, et quand ?");
    assertThat(page.locator("main")).containsText("Moyens : 15 000 €, 40 jours");
    return Paper.oneLine(page.locator("li.deed h3").first().innerText()).strip();
  }

  private static void print(Keyboard referent, String measure) {
    Page page = referent.page();
    referent.skipToContent();
    referent.follow(link(page, "Fiche à afficher au mur"));
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }");
    referent.skipToContent();
    referent.press(button(page, "Imprimer cette fiche"));
    assertThat(page.locator("body")).hasAttribute("data-printed", "yes");
    byte[] sheet = page.pdf(new Page.PdfOptions().setFormat("A4"));
    assertThat(Paper.words(sheet)).contains("Mirepoix").contains(measure);
  }

  private static void takeReport(Keyboard referent, String measure) throws IOException {
    Page page = referent.page();
    referent.follow(tab(page, "Évaluations"));
    referent.skipToContent();
    referent.follow(page.locator("main").getByRole(AriaRole.LINK, in("Rapport")).first());
    referent.skipToContent();
    Locator whole = page.getByRole(AriaRole.REGION, named("Complet, pour le référent"));
    referent.to(whole.getByRole(AriaRole.LINK, in("Télécharger en PDF")));
    Download report = page.waitForDownload(() -> page.keyboard().press("Enter"));
    byte[] pdf = Files.readAllBytes(report.path());
    assertThat(Paper.words(pdf)).contains("Mirepoix").contains(measure);
  }

  private static void begin(Keyboard referent) {
    Page page = referent.page();
    referent.follow(tab(page, "Plan"));
    referent.skipToContent();
    Locator first = page.locator("li.deed").first();
    String id = first.getAttribute("id");
    Locator begin = first.getByRole(AriaRole.BUTTON, under("Mettre en cours"));
    referent.follow(begin);
    assertThat(page.locator("li.deed[id='" + id + "'] .stamp-DOING")).hasText("En cours");
  }

  private static Locator button(Page page, String name) {
    return page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private static Locator tab(Page page, String name) {
    return page.locator("nav.tabs")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions under(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
