package fr.bastide.web.api;

import fr.bastide.kernel.Text;
import fr.bastide.loop.access.Act;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What a programmer reads first: the routes for people, and the document for programs.
@Controller
class ApiPages {

  private final Templates templates = new StaticTemplates();
  private final OpenApi document;
  private final Routes routes;

  ApiPages(OpenApi document, Routes routes) {
    this.document = document;
    this.routes = routes;
  }

  @Door(act = Act.SEARCH_REGISTER, fr = "Ce document.", en = "This document.")
  @GetMapping("/api/openapi.json")
  Reply<Map<String, Object>> document() {
    return Reply.of(document.document());
  }

  @GetMapping("/developers")
  Page page() {
    List<ApiRoute> shown =
        routes.all().stream()
            .map(route ->
                new ApiRoute(
                    route.verb(),
                    route.path(),
                    new Text(route.door().fr(), route.door().en()),
                    Optional.of(String.join(" + ", OpenApi.scopes(route.door())))
                        .filter(scopes -> !scopes.isEmpty())))
            .toList();
    return Page.of(frame -> templates.apiRoutes(frame, shown));
  }
}
