package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebLinkTest {

  @Test
  void plainAddressesStay() {
    for (String address :
        List.of(
            "https://www.service-public.fr/",
            "http://example.org/a?b=c#d",
            "mailto:mairie@example.org?subject=Acte",
            "HTTPS://EXAMPLE.ORG")) {
      assertThat(WebLink.plain(address)).contains(address);
    }
  }

  @Test
  void tricksGo() {
    for (String address :
        List.of(
            "file:///etc/passwd",
            "javascript:alert(1)",
            "\\\\host\\share",
            "//host/share",
            "http://user:word@example.org/",
            "http://intranet/",
            "http://127.0.0.1/",
            "http://[::1]/",
            "http://2130706433/",
            "ms-word:ofe|u|http://example.org/",
            "data:text/html,x",
            "mailto:a@example.org?attach=/etc/passwd",
            "https://example.org/\u202egpj.exe",
            "www.example.org",
            "https://exa mple.org/",
            "search-ms:query=x",
            "",
            "http:///x",
            "mailto:",
            "h\nttp://example.org")) {
      assertThat(WebLink.plain(address)).as(address).isEmpty();
    }
  }
}
