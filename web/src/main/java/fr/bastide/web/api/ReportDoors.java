package fr.bastide.web.api;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.print.Level;
import fr.bastide.web.assessment.ReportPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The report of an assessment, in the same forms as on its page.
@Controller
@RequestMapping(Apis.V1 + "/bodies/{body}/assessments/{id}")
class ReportDoors {

  private final ReportPages pages;

  ReportDoors(ReportPages pages) {
    this.pages = pages;
  }

  @Door(
      act = Act.TAKE_REPORT,
      fr = "Le rapport en PDF/UA\u202f; level vaut one-page ou whole.",
      en = "The report as PDF/UA; level is one-page or whole.",
      media = "application/pdf")
  @GetMapping("/report.pdf")
  ResponseEntity<byte[]> pdf(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @RequestParam(defaultValue = "whole") @OneOf(constants = Level.class) String level,
      @RequestParam @OneOf(constants = Language.class) Optional<String> language,
      HttpServletRequest request) {
    return pages.pdf(caller, body, id, level, language, request);
  }

  @Door(
      act = Act.TAKE_REPORT,
      fr = "Le rapport en une page HTML qui se suffit\u202f; level vaut one-page ou whole.",
      en = "The report as one HTML page that stands alone; level is one-page or whole.",
      media = "text/html")
  @GetMapping("/report.html")
  ResponseEntity<byte[]> html(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @RequestParam(defaultValue = "whole") @OneOf(constants = Level.class) String level,
      @RequestParam @OneOf(constants = Language.class) Optional<String> language,
      HttpServletRequest request) {
    return pages.page(caller, body, id, level, language, request);
  }

  @Door(
      act = Act.TAKE_REPORT,
      fr = "Le score et le plan en JSON, comme la ligne de commande les écrit.",
      en = "Score and plan as JSON, as the command line writes them.",
      schema = "ResultFile")
  @GetMapping("/report.json")
  ResponseEntity<byte[]> json(Caller caller, @PathVariable String body, @PathVariable String id) {
    return pages.json(caller, body, id);
  }

  @Door(
      act = Act.TAKE_REPORT,
      fr = "Le score et le plan en CSV.",
      en = "Score and plan as CSV.",
      media = "text/csv")
  @GetMapping("/report.csv")
  ResponseEntity<byte[]> csv(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @RequestParam @OneOf(constants = Language.class) Optional<String> language,
      HttpServletRequest request) {
    return pages.csv(caller, body, id, language, request);
  }

  @Door(
      act = Act.TAKE_REPORT,
      fr = "Les réponses en YAML, à relire avec la ligne de commande.",
      en = "The answers as YAML, to be read by the command line.",
      media = "application/yaml")
  @GetMapping("/answers.yaml")
  ResponseEntity<byte[]> answers(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      HttpServletRequest request) {
    return pages.answers(caller, body, id, request);
  }
}
