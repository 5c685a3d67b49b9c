package fr.bastide.gateway.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Reads a form with files (`multipart/form-data`, RFC 7578) part by part, within bounds and
/// without holding a file in memory.
final class Multipart {

  private static final int MOST_HEADERS = 8_192;
  private static final int MOST_FIELD = 8_192;
  private static final int BUFFER = 1 << 16;

  /// Takes the parts in their order.
  interface Parts {
    /// A field without a file.
    ///
    /// @return whether to go on
    boolean field(String name, String value) throws IOException;

    /// Where a file's bytes go.
    FilePart file(String name, String fileName) throws IOException;
  }

  /// A file that is being read.
  abstract static class FilePart extends OutputStream {

    /// All of it has come; never called for a file that was cut off. It is closed in any case.
    abstract void whole() throws IOException;
  }

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  private Multipart(InputStream in, String boundary) {
    this.in = in;
    delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The boundary a content type names.
  static Optional<String> boundary(String contentType) {
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      return Optional.empty();
    }
    int at = contentType.indexOf("boundary=");
    if (at < 0) {
      return Optional.empty();
    }
    String rest = contentType.substring(at + "boundary=".length());
    int end = rest.indexOf(';');
    String boundary = (end < 0 ? rest : rest.substring(0, end)).strip();
    if (boundary.length() > 1 && boundary.startsWith("\"") && boundary.endsWith("\"")) {
      boundary = boundary.substring(1, boundary.length() - 1);
    }
    boolean plain =
        !boundary.isEmpty()
            && boundary.length() <= 70
            && boundary.chars().allMatch(c -> c > ' ' && c < 127 && c != '"');
    return plain ? Optional.of(boundary) : Optional.empty();
  }

  /// Reads all parts.
  ///
  /// @throws IOException when it is no such form, or the client went away
  static void read(InputStream in, String boundary, Parts parts) throws IOException {
    Multipart form = new Multipart(in, boundary);
    // The first delimiter has no line end before it; what stands before the first part is dropped.
    form.buffer[0] = '\r';
    form.buffer[1] = '\n';
    form.to = 2;
    form.copy(OutputStream.nullOutputStream());
    while (form.another()) {
      if (!form.part(parts)) {
        return;
      }
    }
  }

  private boolean part(Parts parts) throws IOException {
    String disposition = headers();
    String name = parameter(disposition, "name").orElseThrow(Multipart::malformed);
    Optional<String> fileName = parameter(disposition, "filename");
    if (fileName.isPresent()) {
      try (FilePart file = parts.file(name, fileName.get())) {
        copy(file);
        file.whole();
      }
      return true;
    }
    Bounded value = new Bounded();
    copy(value);
    return parts.field(name, value.bytes.toString(StandardCharsets.UTF_8));
  }

  /// After a delimiter: two hyphens end the form, a line end begins a part.
  private boolean another() throws IOException {
    int first = next();
    int second = next();
    if (first == '-' && second == '-') {
      return false;
    }
    if (first != '\r' || second != '\n') {
      throw malformed();
    }
    return true;
  }

  /// The part's headers; gives the one that names it.
  private String headers() throws IOException {
    String disposition = "";
    int read = 0;
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int c = next(); c != '\n'; c = next()) {
        line.write(c);
        if (++read > MOST_HEADERS) {
          throw malformed();
        }
      }
      String text = line.toString(StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        return disposition;
      }
      if (text.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        disposition = text;
      }
    }
  }

  private static Optional<String> parameter(String header, String name) {
    String mark = "; " + name + "=\"";
    int at = header.indexOf(mark);
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + mark.length();
    int end = header.indexOf('"', start);
    if (end < 0) {
      return Optional.empty();
    }
    return Optional.of(
        header.substring(start, end).replace("%22", "\"").replace("%0D", "").replace("%0A", ""));
  }

  /// Copies up to the next delimiter, which is taken too.
  private void copy(OutputStream out) throws IOException {
    while (true) {
      int found = find();
      if (found >= 0) {
        out.write(buffer, from, found - from);
        from = found + delimiter.length;
        return;
      }
      int sure = Math.max(from, to - delimiter.length + 1);
      out.write(buffer, from, sure - from);
      from = sure;
      fill();
    }
  }

  private int find() {
    for (int at = from; at <= to - delimiter.length; at++) {
      int i = 0;
      while (i < delimiter.length && buffer[at + i] == delimiter[i]) {
        i++;
      }
      if (i == delimiter.length) {
        return at;
      }
    }
    return -1;
  }

  private int next() throws IOException {
    if (from == to) {
      fill();
    }
    return buffer[from++] & 0xff;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      throw malformed();
    }
    to += read;
  }

  private static IOException malformed() {
    return new IOException("not a form with files");
  }

  /// A field's value, which is short.
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] all, int offset, int length) throws IOException {
      if (bytes.size() + length > MOST_FIELD) {
        throw malformed();
      }
      bytes.write(all, offset, length);
    }
  }
}
