package fr.bastide.benchmarks;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Clients that bring mail as a town hall gets it: words with a page beside them, every third with
/// a table, a picture or a PDF.
final class MailLoad {

  private static final String SENTENCE =
      "Veuillez trouver ci-joint les documents demandés pour la prochaine réunion du conseil. ";

  private final int port;
  private final int clients;
  private final List<String> mails = new ArrayList<>();

  MailLoad(int port, int clients) throws IOException {
    this.port = port;
    this.clients = clients;
    Random random = new Random(20_261_125);
    for (int i = 0; i < 60; i++) {
      mails.add(mail(i, random));
    }
  }

  /// Sends so many messages over several connections and returns when all are accepted.
  void send(int count) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int first = client;
        tasks.add(() -> session(first, count));
      }
      for (Future<Integer> one : pool.invokeAll(tasks)) {
        one.get();
      }
    }
  }

  private int session(int first, int count) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      answer(in);
      say(in, out, "EHLO client.example");
      for (int i = first; i < count; i += clients) {
        say(in, out, "MAIL FROM:<jean@fournisseur.example>");
        say(in, out, "RCPT TO:<accueil@mairie.example>");
        say(in, out, "DATA");
        String answer = say(in, out, mails.get(i % mails.size()) + "\r\n.");
        if (!answer.startsWith("250")) {
          throw new IOException(answer);
        }
      }
      return 0;
    }
  }

  private static String say(BufferedReader in, OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return answer(in);
  }

  private static String answer(BufferedReader in) throws IOException {
    String line = Objects.requireNonNull(in.readLine());
    while (line.charAt(3) == '-') {
      line = Objects.requireNonNull(in.readLine());
    }
    return line;
  }

  private static String mail(int number, Random random) throws IOException {
    String words = SENTENCE.repeat(3 + random.nextInt(20));
    StringBuilder mail = new StringBuilder();
    mail.append("From: Jean Dupont <jean@fournisseur.example>\r\nTo: accueil@mairie.example\r\n")
        .append("Subject: Document ")
        .append(number)
        .append("\r\nMIME-Version: 1.0\r\n")
        .append("Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n")
        .append("Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n")
        .append("Content-Type: text/plain; charset=utf-8\r\n\r\n")
        .append(words)
        .append("\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>")
        .append(words)
        .append("</p></body></html>\r\n--a--\r\n");
    switch (number % 9) {
      case 0 -> attach(mail, "plan.png", "image/png", picture(random));
      case 3 -> attach(mail, "liste.csv", "text/csv", table(random));
      case 6 -> attach(mail, "ordre-du-jour.pdf", "application/pdf", pdf(random));
      default -> {}
    }
    return mail.append("--m--").toString();
  }

  private static void attach(StringBuilder mail, String name, String type, byte[] bytes) {
    mail.append("--m\r\nContent-Type: ")
        .append(type)
        .append("; name=")
        .append(name)
        .append("\r\nContent-Disposition: attachment; filename=")
        .append(name)
        .append("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
        .append(Base64.getMimeEncoder().encodeToString(bytes))
        .append("\r\n");
  }

  private static byte[] picture(Random random) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 60; i++) {
      image
          .createGraphics()
          .drawLine(
              random.nextInt(640), random.nextInt(480), random.nextInt(640), random.nextInt(480));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static byte[] table(Random random) {
    StringBuilder table = new StringBuilder("nom;montant\n");
    for (int i = 0; i < 200; i++) {
      table.append("ligne ").append(i).append(';').append(random.nextInt(10_000)).append('\n');
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pdf(Random random) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        for (int i = 0; i < 40; i++) {
          content.beginText();
          content.newLineAtOffset(60, 740 - 16 * i);
          content.showText("Point " + i + " : " + random.nextInt(1_000) + " euros");
          content.endText();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
