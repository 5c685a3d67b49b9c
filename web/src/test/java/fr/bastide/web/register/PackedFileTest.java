package fr.bastide.web.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.territory.BodyCsv;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedFileTest {

  @Test
  void aFileComesBackAsItLeft() {
    byte[] file =
        "nom;forme\nUn syndicat;syndicat\n"
            .repeat(1_000)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String field = PackedFile.pack(file).orElseThrow();
    assertThat(field.length()).isLessThan(file.length / 10);
    assertThat(PackedFile.unpack(field).orElseThrow()).isEqualTo(file);
  }

  @Test
  void whatIsNoFileGivesNone() {
    assertThat(PackedFile.unpack("")).isEmpty();
    assertThat(PackedFile.unpack("!!!")).isEmpty();
    assertThat(PackedFile.unpack("aGVsbG8=")).isEmpty();
  }

  @Test
  void neitherAVeryLargeFileNorABombPasses() {
    byte[] noise = new byte[1_000_000];
    new Random(76).nextBytes(noise);
    assertThat(PackedFile.pack(noise)).isEmpty();
    String bomb = PackedFile.pack(new byte[BodyCsv.MAX_BYTES + 1]).orElseThrow();
    assertThat(PackedFile.unpack(bomb)).isEmpty();
  }
}
