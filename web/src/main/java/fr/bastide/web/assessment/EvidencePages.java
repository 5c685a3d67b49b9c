package fr.bastide.web.assessment;

import fr.bastide.assessment.Question;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Redirect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The files behind answers: brought as they are, given back as they came, never opened here.
@Controller
@RequestMapping("/bodies/{body}/assessments/{id}")
class EvidencePages {

  private final AssessmentDesk desk;

  EvidencePages(AssessmentDesk desk) {
    this.desk = desk;
  }

  /// Keeps a file.
  @Requires(Act.ANSWER)
  @PostMapping("/questions/{theme}/{question}/files")
  Redirect attach(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String theme,
      @PathVariable String question,
      @RequestParam Optional<MultipartFile> file) {
    AssessmentPath path = AssessmentPath.of(body, id);
    Question asked =
        desk.referential()
            .question(question)
            .filter(q -> q.theme().equals(theme))
            .orElseThrow(NotFound::new);
    MultipartFile brought = file.filter(f -> !f.isEmpty()).orElseThrow(EvidencePages::noFile);
    String name = Optional.ofNullable(brought.getOriginalFilename()).orElse("");
    desk.attach(caller, path.body(), path.id(), asked.id(), name, content(brought));
    return Redirect.to(path.question(asked));
  }

  /// Gives a file back.
  @GetMapping("/files/{file}")
  ResponseEntity<byte[]> download(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String file) {
    AssessmentPath path = AssessmentPath.of(body, id);
    AssessmentDesk.Download download =
        desk.download(caller, path.body(), path.id(), AttachmentId.parse(file));
    return Downloads.file(
        download.attachment().name(), "application/octet-stream", download.content());
  }

  private static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException lost) {
      throw new UncheckedIOException("an uploaded file cannot be read", lost);
    }
  }

  private static Invalid noFile() {
    return new Invalid(
        "file",
        new Text(
            "Choisissez d’abord un fichier à joindre, puis revenez en arrière et recommencez.",
            "Choose a file to attach first: go back and try again."));
  }
}
