package fr.bastide.airlock.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.internal.Through;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// No bytes make the readers of texts fail or hang, and nothing that acts is in what they write.
class TextFuzz {

  @FuzzTest(maxDuration = "60s")
  void table(byte[] bytes) {
    if (Through.pass("a.csv", bytes) instanceof Outcome.Rebuilt(var content, var type, _)
        && type.extension().equals("csv")) {
      String once = new String(content.bytes(), StandardCharsets.UTF_8);
      for (String line : once.split("\r\n", -1)) {
        assertThat(line).doesNotStartWith("=").doesNotStartWith("@");
      }
    }
  }

  @FuzzTest(maxDuration = "60s")
  void card(byte[] bytes) {
    String inside = new String(bytes, StandardCharsets.UTF_8);
    Through.pass("a.vcf", "BEGIN:VCARD\r\n" + inside + "\r\nEND:VCARD\r\n");
    Through.pass("a.ics", "BEGIN:VCALENDAR\r\n" + inside + "\r\nEND:VCALENDAR\r\n");
  }

  @FuzzTest(maxDuration = "60s")
  void page(byte[] bytes) {
    String inside = new String(bytes, StandardCharsets.UTF_8);
    if (Through.pass("a.html", "<html>" + inside) instanceof Outcome.Rebuilt(var content, _, _)) {
      String html = new String(content.bytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      assertThat(html).doesNotContain("<script").doesNotContain("<iframe").doesNotContain("<form");
    }
  }
}
