package fr.bastide.gateway.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Files of any bytes, read in pieces of any size, come out as they went in; a form that is cut off
/// anywhere gives no file that is not whole.
class MultipartProperties {

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /// What a reader got: whole files only.
  private static final class Got implements Multipart.Parts {
    private final List<byte[]> files = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();

    @Override
    public boolean field(String name, String value) {
      fields.add(name + "=" + value);
      return true;
    }

    @Override
    public Multipart.FilePart file(String name, String fileName) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      return new Multipart.FilePart() {
        @Override
        public void write(int b) {
          bytes.write(b);
        }

        @Override
        void whole() {
          files.add(bytes.toByteArray());
        }
      };
    }
  }

  private final class Dribbling extends InputStream {
    private final ByteArrayInputStream all;

    Dribbling(byte[] bytes) {
      all = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return all.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      return all.read(to, offset, Math.min(length, 1 + random.nextInt(5_000)));
    }
  }

  private byte[] content() {
    byte[] bytes = new byte[random.nextInt(200_000)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) "\r\n--bx".charAt(random.nextInt(6));
    }
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
    }
    return bytes;
  }

  private static byte[] form(List<byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        "--bound42\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\nsecret\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    for (byte[] file : files) {
      out.write(
          "--bound42\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.write(file);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.write("--bound42--\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Test
  void filesComeOutAsTheyWentIn() throws IOException {
    for (int i = 0; i < 40; i++) {
      List<byte[]> files = List.of(content(), content(), new byte[0]);
      Got got = new Got();
      Multipart.read(new Dribbling(form(files)), "bound42", got);
      assertThat(got.fields).as("seed %d", seed).containsExactly("form=secret");
      assertThat(got.files).as("seed %d", seed).hasSize(3);
      for (int f = 0; f < 3; f++) {
        assertThat(got.files.get(f)).as("seed %d", seed).isEqualTo(files.get(f));
      }
    }
  }

  @Test
  void aFormThatIsCutOffGivesNoHalfFile() throws IOException {
    byte[] file = content();
    byte[] whole = form(List.of(file));
    for (int i = 0; i < 100; i++) {
      byte[] cut = java.util.Arrays.copyOf(whole, random.nextInt(whole.length - 4));
      Got got = new Got();
      assertThatThrownBy(() -> Multipart.read(new ByteArrayInputStream(cut), "bound42", got))
          .isInstanceOf(IOException.class);
      got.files.forEach(one -> assertThat(one).as("seed %d", seed).isEqualTo(file));
    }
  }
}
