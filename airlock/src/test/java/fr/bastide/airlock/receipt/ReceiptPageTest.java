package fr.bastide.airlock.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptPageTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @MethodSource("fr.bastide.airlock.receipt.ReceiptTest#all")
  void needsNothingElseAndHoldsNoScript(Receipt receipt) {
    Document page = Jsoup.parse(ReceiptPage.write(receipt, PARIS));
    assertThat(page.select("script, img, link, iframe, form, [src], [style], [onclick]")).isEmpty();
    assertThat(page.select("a")).allMatch(link -> link.attr("href").startsWith("#"));
    assertThat(page.text()).contains("<script>alert(1)</script>");
    for (Element element : page.getAllElements()) {
      assertThat(element.attributes().asList())
          .allMatch(attribute -> !attribute.getKey().startsWith("on"));
    }
  }

  @ParameterizedTest
  @MethodSource("fr.bastide.airlock.receipt.ReceiptTest#all")
  void isReadByEverybody(Receipt receipt) {
    Document page = Jsoup.parse(ReceiptPage.write(receipt, PARIS));
    assertThat(page.select("html").attr("lang")).isEqualTo("fr");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.title()).isNotBlank();
    assertThat(page.select("article[lang=fr], article[lang=en]")).hasSize(2);
    assertThat(page.select("table th")).allMatch(head -> head.hasAttr("scope"));
    assertThat(page.select("main, header")).hasSize(2);
    assertThat(page.select("style").html()).contains("@media print", "prefers-color-scheme");
    assertThat(page.text()).contains(receipt.arrived().sha256());
  }

  @Test
  void saysWhatHappenedInPlainWords() {
    String passed = ReceiptPage.write(Receipts.rebuilt(), PARIS);
    assertThat(passed)
        .contains("Il est passé.", "Un script", "page 3", "It passed.", "A script")
        .contains("mardi 24 novembre 2026 à 8\u00a0h\u00a030")
        .contains("Tuesday 24 November 2026 at 8:30");
    assertThat(ReceiptPage.write(Receipts.refused(), PARIS))
        .contains("Il n’est pas passé.", "mot de passe", "Que faire", "What to do?");
    assertThat(ReceiptPage.write(Receipts.unaudited(), PARIS))
        .contains("Ce qui restait dangereux", "le fichier ne sort pas");
  }

  @Test
  void leavesOneToLookAt() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    Path page =
        Files.writeString(
            folder.resolve("receipt.html"), ReceiptPage.write(Receipts.rebuilt(), PARIS));
    assertThat(page).isNotEmptyFile();
  }
}
