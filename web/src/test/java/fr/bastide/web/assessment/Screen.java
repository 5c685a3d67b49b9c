package fr.bastide.web.assessment;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Caller;
import fr.bastide.web.Settings;
import fr.bastide.web.frame.Frame;
import fr.bastide.web.frame.Navigation;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.frame.Texts;
import fr.bastide.web.frame.Theme;
import fr.bastide.web.frame.Visitor;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Draws pages without a server, as a browser would get them, and keeps them under `target/preview`
/// to be looked at.
public final class Screen {

  private static final Path KEPT = Path.of("target", "preview");

  private Screen() {}

  /// The HTML of a page; kept under this name.
  public static String draw(String name, Page page, Language language) {
    StringOutput output = new StringOutput(64_000);
    page.body().apply(frame(language)).render(output);
    String html = output.toString();
    try {
      Files.createDirectories(KEPT);
      Files.writeString(KEPT.resolve(name + "." + language.tag() + ".html"), html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html;
  }

  /// The fields of a form, as name, value, name, value.
  public static MultiValueMap<String, String> form(String... fields) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i], fields[i + 1]);
    }
    return form;
  }

  private static Frame frame(Language language) {
    return new Frame(
        Texts.in(language),
        Theme.AUTO,
        "/flash",
        "",
        new Visitor(
            Caller.person(AccountId.random(), "Jeanne Fabre", Set.of()), Optional.of("Mirepoix")),
        new Navigation(
            List.of(
                new Navigation.Group(
                    Stage.ASSESS,
                    List.of(
                        new Navigation.Link("flash.nav", "/flash", true),
                        new Navigation.Link("assessment.nav.method", "/method", false))))),
        new Settings.Centre(
            Optional.empty(),
            Optional.of("09 70 00 00 00"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        name -> "assets/" + name,
        () -> new Frame.CsrfField("_csrf", "token"));
  }
}
