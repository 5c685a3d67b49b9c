package fr.bastide.web.register;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.body.BodyImport;
import fr.bastide.loop.territory.BodyCsv;
import fr.bastide.loop.territory.NewBody;
import fr.bastide.web.ServeOptions;
import fr.bastide.web.access.Requires;
import fr.bastide.web.assessment.Downloads;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Brings a file of bodies in: first a trial run that changes nothing and says what every line
/// would do, then the import.
@Controller
public class ImportPages {

  private static final Text NO_FILE =
      new Text(
          "Choisissez d’abord un fichier CSV de votre ordinateur.",
          "Choose a CSV file on your computer first.");
  private static final Text TOO_LARGE =
      new Text(
          "Ce fichier est trop grand pour être importé d’un coup. Partagez-le en deux.",
          "This file is too large to be brought in at once. Split it in two.");

  private final Templates templates = new StaticTemplates();
  private final BodyDesk bodies;
  private final String region;

  ImportPages(BodyDesk bodies, ServeOptions options) {
    this.bodies = bodies;
    this.region = options.territory();
  }

  @Requires(Act.ADD_BODIES)
  @GetMapping("/register/import")
  Page choose() {
    return Page.of(frame -> templates.registerChoose(frame, Optional.empty()));
  }

  /// A file to fill in, with one line to show how.
  @GetMapping("/register/template.csv")
  public ResponseEntity<byte[]> template() {
    NewBody shown =
        new NewBody(
            "Syndicat des eaux du Touyre (exemple à remplacer)",
            BodyForm.SYNDICATE,
            Optional.empty(),
            Optional.of(new InseeCode("09194")),
            Optional.of(12_000),
            Optional.of("contact@exemple.fr"),
            Optional.of(14));
    return Downloads.file(
        "bastide-organismes.csv", "text/csv;charset=UTF-8", BodyCsv.write(List.of(shown)));
  }

  /// The trial run.
  @Requires(Act.ADD_BODIES)
  @PostMapping("/register/import")
  Page rehearse(Caller caller, @RequestParam Optional<MultipartFile> file) {
    Optional<byte[]> csv = file.filter(sent -> !sent.isEmpty()).map(ImportPages::content);
    if (csv.isEmpty()) {
      return refused(NO_FILE);
    }
    Optional<String> packed = PackedFile.pack(csv.get());
    if (packed.isEmpty() || csv.get().length > BodyCsv.MAX_BYTES) {
      return refused(TOO_LARGE);
    }
    BodyImport report = bodies.rehearse(caller, csv.get());
    return Page.of(frame -> templates.registerReport(frame, report, packed.get(), false));
  }

  /// The import; the file is examined once more, and comes in whole or not at all.
  @Requires(Act.ADD_BODIES)
  @PostMapping("/register/import/apply")
  Page apply(Caller caller, @RequestParam(defaultValue = "") String packed) {
    byte[] csv = PackedFile.unpack(packed).orElseThrow(() -> new Invalid("packed", NO_FILE));
    BodyImport report = bodies.bringIn(caller, csv, region);
    return Page.of(frame -> templates.registerReport(frame, report, packed, report.clean()));
  }

  private Page refused(Text why) {
    return Page.of(frame -> templates.registerChoose(frame, Optional.of(why)))
        .with(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static byte[] content(MultipartFile file) {
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(BodyCsv.MAX_BYTES + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("a file that was sent cannot be read", e);
    }
  }
}
