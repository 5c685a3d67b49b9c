package fr.bastide.gateway.internal.page;

import fr.bastide.airlock.flow.Flow;
import fr.bastide.gateway.internal.files.Intake;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Files that come by the page: by a form, which works without a script, or one by one from the
/// script, which shows how far each has come. Who sent one is answered once it is on the disk.
final class Uploads {

  private static final int MOST_FILES = 50;
  private static final int AT_ONCE = 16;
  private static final Text TAKEN = new Text("pris en charge", "taken");
  private static final Text EMPTY = new Text("choisissez un fichier", "choose a file");

  private final Intake intake;
  private final Semaphore room = new Semaphore(AT_ONCE);

  Uploads(Intake intake) {
    this.intake = intake;
  }

  /// What became of one file.
  private record Answer(String name, boolean taken, Text text) {}

  /// One file as the body of a request.
  void plain(Visit visit, Sessions.Session session, Flow flow) throws IOException {
    if (!Sessions.same(session.form(), visit.header("X-Form").orElse(""))) {
      visit.empty(403);
      return;
    }
    String name = visit.query("name").orElse("");
    if (!room.tryAcquire()) {
      visit.set("Retry-After", "5");
      visit.empty(503);
      return;
    }
    try {
      Answer answer = store(visit.body(), session, flow, name);
      visit.bytes(
          answer.taken() ? 201 : 409,
          "text/plain; charset=utf-8",
          answer.text().in(visit.language()).getBytes(StandardCharsets.UTF_8));
    } finally {
      room.release();
    }
  }

  private Answer store(InputStream in, Sessions.Session session, Flow flow, String name)
      throws IOException {
    if (name.isBlank()) {
      return new Answer(name, false, EMPTY);
    }
    Optional<Text> refusal = intake.refusal(flow, session.user(), 0);
    if (refusal.isPresent()) {
      return new Answer(name, false, refusal.get());
    }
    Path half = Files.createTempFile(intake.staging(), "page", ".part");
    try {
      try (OutputStream out = new Measured(Files.newOutputStream(half), flow.quota().largest())) {
        in.transferTo(out);
      } catch (TooLarge _) {
        return new Answer(name, false, tooLarge(flow, session));
      }
      return put(session, flow, name, half);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private Text tooLarge(Flow flow, Sessions.Session session) {
    return intake
        .refusal(flow, session.user(), flow.quota().largest() + 1)
        .orElse(new Text("trop grand", "too large"));
  }

  private Answer put(Sessions.Session session, Flow flow, String name, Path half)
      throws IOException {
    return switch (intake.put(flow, session.user(), name, half)) {
      case Intake.Deposit.Taken _ -> new Answer(name, true, TAKEN);
      case Intake.Deposit.Turned turned -> new Answer(name, false, turned.why());
    };
  }

  /// Several files of a form.
  void form(Visit visit, Sessions.Session session, Site site, Flow flow) throws IOException {
    Optional<String> boundary = Multipart.boundary(visit.header("Content-Type").orElse(""));
    if (boundary.isEmpty()) {
      visit.empty(415);
      return;
    }
    if (!room.tryAcquire()) {
      visit.set("Retry-After", "5");
      visit.empty(503);
      return;
    }
    try {
      Taking taking = new Taking(session, flow);
      Multipart.read(visit.body(), boundary.get(), taking);
      if (taking.ours) {
        tell(visit, session, site, taking.answers);
      } else {
        visit.empty(403);
      }
    } finally {
      room.release();
    }
  }

  private static void tell(Visit visit, Sessions.Session session, Site site, List<Answer> answers)
      throws IOException {
    boolean all = answers.stream().allMatch(Answer::taken) && !answers.isEmpty();
    Markup html =
        site.begin(
            visit,
            all
                ? new Text("Vos fichiers sont pris en charge", "Your files were taken")
                : new Text("Tout n’a pas été pris", "Not everything was taken"),
            session);
    html.raw("<ul role=\"status\">\n");
    if (answers.isEmpty()) {
      html.raw("<li>").say(EMPTY).raw("</li>\n");
    }
    for (Answer answer : answers) {
      html.raw("<li>").text(answer.name()).say("\u00a0: ", ": ").say(answer.text()).raw("</li>\n");
    }
    html.raw("</ul>\n<p><a class=\"button\" href=\"/\">")
        .say("Continuer", "Go on")
        .raw("</a></p>\n");
    site.end(visit, all ? 200 : 409, html);
  }

  /// Takes the files of a form, whose first field shows that it is ours.
  private final class Taking implements Multipart.Parts {
    private final Sessions.Session session;
    private final Flow flow;
    private final List<Answer> answers = new ArrayList<>();
    private boolean ours;

    Taking(Sessions.Session session, Flow flow) {
      this.session = session;
      this.flow = flow;
    }

    @Override
    public boolean field(String name, String value) {
      if (name.equals("form")) {
        ours = Sessions.same(session.form(), value);
      }
      return ours;
    }

    @Override
    public Multipart.FilePart file(String name, String fileName) throws IOException {
      int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
      String plain = fileName.substring(slash + 1);
      Optional<Text> refusal = ours ? intake.refusal(flow, session.user(), 0) : Optional.of(EMPTY);
      if (plain.isBlank() || !ours || answers.size() >= MOST_FILES) {
        return new Dropped();
      }
      if (refusal.isPresent()) {
        answers.add(new Answer(plain, false, refusal.get()));
        return new Dropped();
      }
      Path half = Files.createTempFile(intake.staging(), "page", ".part");
      return new Part(plain, half, Files.newOutputStream(half));
    }

    /// One file on its way to the disk; too large a one is read to its end and not kept.
    private final class Part extends Multipart.FilePart {
      private final String name;
      private final Path half;
      private final OutputStream out;
      private long bytes;

      Part(String name, Path half, OutputStream out) {
        this.name = name;
        this.half = half;
        this.out = out;
      }

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] all, int offset, int length) throws IOException {
        bytes += length;
        if (bytes <= flow.quota().largest()) {
          out.write(all, offset, length);
        }
      }

      @Override
      void whole() throws IOException {
        out.close();
        answers.add(
            bytes > flow.quota().largest()
                ? new Answer(name, false, tooLarge(flow, session))
                : put(session, flow, name, half));
      }

      @Override
      public void close() throws IOException {
        out.close();
        Files.deleteIfExists(half);
      }
    }
  }

  /// A file that is read and not kept.
  private static final class Dropped extends Multipart.FilePart {
    @Override
    public void write(int b) {
      // what is not kept goes nowhere
    }

    @Override
    public void write(byte[] all, int offset, int length) {
      // what is not kept goes nowhere
    }

    @Override
    void whole() {
      // nothing was kept
    }
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Lets a bounded number of bytes through.
  private static final class Measured extends OutputStream {
    private final OutputStream out;
    private long left;

    Measured(OutputStream out, long most) {
      this.out = out;
      left = most;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] all, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw new TooLarge();
      }
      out.write(all, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
