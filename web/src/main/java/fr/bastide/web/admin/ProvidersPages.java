package fr.bastide.web.admin;

import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The firms that bodies can mandate.
@Controller
class ProvidersPages {

  private final Templates templates = new StaticTemplates();
  private final MandateDesk mandates;

  ProvidersPages(MandateDesk mandates) {
    this.mandates = mandates;
  }

  @Requires(Act.ADMINISTER)
  @GetMapping("/admin/providers")
  Page list(Caller caller, @RequestParam(defaultValue = "") String saved) {
    return page(caller, new ProviderDraft("", "", ""), Optional.empty(), !saved.isEmpty());
  }

  @Requires(Act.ADMINISTER)
  @PostMapping("/admin/providers")
  Object add(
      Caller caller,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String siren,
      @RequestParam(defaultValue = "") String city) {
    try {
      String digits = siren.replace(" ", "").replace("\u00a0", "");
      Optional<Siren> known = digits.isEmpty() ? Optional.empty() : Optional.of(new Siren(digits));
      mandates.addProvider(caller, name, known, city);
      return Redirect.to("/admin/providers?saved=1");
    } catch (InvalidIdentifier wrong) {
      return again(caller, new ProviderDraft(name, siren, city), new Wrong("siren", wrong.text()));
    } catch (Invalid wrong) {
      return again(
          caller, new ProviderDraft(name, siren, city), new Wrong(wrong.field(), wrong.text()));
    } catch (Conflict there) {
      return again(caller, new ProviderDraft(name, siren, city), new Wrong("siren", there.text()));
    }
  }

  private Page again(Caller caller, ProviderDraft draft, Wrong wrong) {
    return page(caller, draft, Optional.of(wrong), false).with(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Page page(Caller caller, ProviderDraft draft, Optional<Wrong> wrong, boolean saved) {
    List<Provider> providers = mandates.providers(caller);
    return Page.of(frame -> templates.adminProviders(frame, providers, draft, wrong, saved));
  }
}
