package fr.bastide.print.internal;

import fr.bastide.print.internal.pages.JtedossierGenerated;
import fr.bastide.print.internal.pages.JteofficialGenerated;
import fr.bastide.print.internal.pages.JtewholeGenerated;
import fr.bastide.print.internal.report.DossierPage;
import fr.bastide.print.internal.report.Frame;
import fr.bastide.print.internal.report.OfficialPages;
import fr.bastide.print.internal.report.WholeReports;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Fills the templates, which were compiled with the module.
public final class Templates {

  private static final String SCREEN = style("screen.css");
  private static final String PAPER = style("paper.css");
  private static final String DOSSIER = PAPER + style("dossier.css");

  private Templates() {}

  /// The page of the elected official, as XHTML without document type.
  public static String official(Frame frame) {
    StringOutput output = new StringOutput(16_000);
    JteofficialGenerated.render(
        new OwaspHtmlTemplateOutput(output), null, OfficialPages.of(frame), css(frame));
    return output.toString();
  }

  /// The whole report, as XHTML without document type.
  public static String whole(Frame frame) {
    StringOutput output = new StringOutput(128_000);
    JtewholeGenerated.render(
        new OwaspHtmlTemplateOutput(output), null, WholeReports.of(frame), css(frame));
    return output.toString();
  }

  /// A document made from a case, as XHTML without document type.
  public static String dossier(DossierPage page) {
    StringOutput output = new StringOutput(64_000);
    JtedossierGenerated.render(new OwaspHtmlTemplateOutput(output), null, page, DOSSIER);
    return output.toString();
  }

  private static String css(Frame frame) {
    return frame.paper() ? PAPER : SCREEN;
  }

  private static String style(String name) {
    try (InputStream in =
        Objects.requireNonNull(Templates.class.getResourceAsStream("/fr/bastide/print/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
