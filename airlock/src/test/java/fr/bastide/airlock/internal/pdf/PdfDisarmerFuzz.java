package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import java.io.IOException;
import java.util.List;

class PdfDisarmerFuzz {

  private static final Door DOOR = new Door(List.of(new PdfDisarmer()));

  /// Whatever the bytes, the file is refused, or what leaves is a PDF without any danger.
  @FuzzTest(maxDuration = "30s")
  void refusedOrHarmless(byte[] data) throws IOException {
    Outcome outcome = DOOR.pass(Content.of("a.pdf", data), Policies.named("standard"));
    if (outcome instanceof Outcome.Rebuilt rebuilt) {
      assertThat(rebuilt.type()).isEqualTo(ContentType.PDF);
      assertThat(Remains.in(rebuilt.content().bytes())).isEmpty();
    }
  }

  /// Content of any bytes is written anew in balance, and writing it again changes nothing.
  @FuzzTest(maxDuration = "30s")
  void contentIsStable(byte[] data) {
    byte[] once = Rewriting.content(data);
    assertThat(Rewriting.content(once)).isEqualTo(once);
  }

  /// A map of any bytes is written anew, and writing it again changes nothing.
  @FuzzTest(maxDuration = "30s")
  void mapsAreStable(byte[] data) {
    byte[] once = Rewriting.map(data);
    assertThat(Rewriting.map(once)).isEqualTo(once);
  }
}
