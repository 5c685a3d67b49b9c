package fr.bastide.web.frame;

import fr.bastide.loop.NotFound;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Tells whoever finds a weakness of this installation whom to write to (`security.txt`, RFC 9116).
@Controller
class SecurityContact {

  /// The file must say until when it holds, less than a year ahead; it is written anew each time.
  private static final Duration HOLDS = Duration.ofDays(180);

  private final Settings.Security security;
  private final PublicAddress address;
  private final InstantSource clock;

  SecurityContact(Settings settings, PublicAddress address, InstantSource clock) {
    this.security = settings.security();
    this.address = address;
    this.clock = clock;
  }

  @GetMapping("/.well-known/security.txt")
  ResponseEntity<String> file() {
    if (security.contact().isEmpty()) {
      throw new NotFound();
    }
    StringBuilder file = new StringBuilder();
    security.contact().forEach(way -> line(file, "Contact", way.toASCIIString()));
    line(file, "Expires", clock.instant().truncatedTo(ChronoUnit.DAYS).plus(HOLDS).toString());
    line(file, "Preferred-Languages", "fr, en");
    line(file, "Canonical", address + "/.well-known/security.txt");
    security.policy().ifPresent(policy -> line(file, "Policy", policy.toASCIIString()));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body(file.toString());
  }

  private static void line(StringBuilder file, String name, String value) {
    file.append(name).append(": ").append(value).append("\r\n");
  }
}
