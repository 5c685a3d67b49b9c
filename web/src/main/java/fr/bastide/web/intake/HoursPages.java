package fr.bastide.web.intake;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.intake.HoursDesk;
import fr.bastide.loop.intake.WrittenHours;
import fr.bastide.web.access.Requires;
import fr.bastide.web.admin.Wrong;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// When the centre answers, and who is told outside these hours: written by the lead of the CSIRT.
@Controller
class HoursPages {

  private final Templates templates = new StaticTemplates();
  private final HoursDesk desk;

  HoursPages(HoursDesk desk) {
    this.desk = desk;
  }

  @Requires(Act.SET_HOURS)
  @GetMapping("/desk/hours")
  Page show(Caller caller, @RequestParam(defaultValue = "") String saved) {
    HoursDesk.Written written = desk.view(caller);
    return page(
        caller,
        new HoursDraft(
            WrittenHours.of(written.hours()),
            written.version(),
            !saved.isEmpty(),
            Optional.empty()));
  }

  @Requires(Act.SET_HOURS)
  @PostMapping("/desk/hours")
  Object set(Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Map<String, String> fields = sent.toSingleValueMap();
    int seen = version(fields.getOrDefault("seen", ""));
    try {
      desk.set(caller, fields, seen);
      return Redirect.to("/desk/hours?saved=1");
    } catch (Invalid refused) {
      return again(caller, fields, seen, refused.field(), refused)
          .with(HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Conflict refused) {
      return again(caller, fields, desk.view(caller).version(), "", refused)
          .with(HttpStatus.CONFLICT);
    }
  }

  private Page again(
      Caller caller, Map<String, String> fields, int seen, String field, BastideException refused) {
    Wrong wrong = new Wrong(field, refused.text());
    return page(caller, new HoursDraft(fields, seen, false, Optional.of(wrong)));
  }

  private Page page(Caller caller, HoursDraft draft) {
    var openness = desk.openness(caller);
    return Page.of(frame -> templates.intakeHours(frame, draft, openness));
  }

  private static int version(String seen) {
    boolean plain =
        !seen.isEmpty() && seen.length() <= 9 && seen.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Integer.parseInt(seen) : 0;
  }
}
