package fr.bastide.airlock.mail;

import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/// The wrapping that one maker's servers put around attachments, known as `winmail.dat`
/// (MS-OXTNEF): what it holds, taken out.
///
/// @param page the message as a page, when it holds one
/// @param text the message as plain text, when it holds one
record TnefFile(List<Attached> files, Optional<String> page, Optional<String> text) {

  private static final int[] MARK = {0x78, 0x9f, 0x3e, 0x22};
  private static final int MOST = 200;

  /// A file within.
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Attached(String name, byte[] bytes) {}

  /// It cannot be read.
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(Exception cause) {
      super("", cause);
    }
  }

  /// Whether bytes begin as one (MS-OXTNEF, section 2.1.3.1).
  static boolean is(byte[] bytes) {
    if (bytes.length < MARK.length) {
      return false;
    }
    for (int i = 0; i < MARK.length; i++) {
      if ((bytes[i] & 0xff) != MARK[i]) {
        return false;
      }
    }
    return true;
  }

  static TnefFile read(byte[] bytes, Workbench bench) throws Broken {
    try {
      HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
      List<Attached> files = new ArrayList<>();
      for (Attachment one : message.getAttachments()) {
        bench.parts(1);
        if (files.size() < MOST) {
          content(one)
              .ifPresent(b -> {
                bench.yielded(b.length);
                files.add(new Attached(name(one), b));
              });
        }
      }
      return new TnefFile(
          files, words(message, MAPIProperty.BODY_HTML), words(message, MAPIProperty.BODY));
    } catch (RefusedException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // The library throws whatever happens to it on broken files.
      throw new Broken(broken);
    }
  }

  private static Optional<byte[]> content(Attachment attachment) {
    MAPIAttribute object = attachment.getMAPIAttribute(MAPIProperty.ATTACH_DATA);
    // An embedded message stands behind the sixteen bytes that name its interface.
    if (object != null && object.getData() != null && object.getData().length > 20) {
      byte[] data = object.getData();
      byte[] inner = Arrays.copyOfRange(data, 16, data.length);
      if (is(inner)) {
        return Optional.of(inner);
      }
    }
    try {
      return Optional.ofNullable(attachment.getContents());
    } catch (IllegalArgumentException without) {
      return Optional.empty();
    }
  }

  private static String name(Attachment attachment) {
    String name = attachment.getLongFilename();
    String other = name == null || name.isBlank() ? attachment.getFilename() : name;
    return Objects.requireNonNullElse(other, "fichier").replace("\u0000", "");
  }

  private static Optional<String> words(HMEFMessage message, MAPIProperty property) {
    MAPIAttribute attribute = message.getMessageMAPIAttribute(property);
    if (attribute == null || attribute.getData() == null) {
      return Optional.empty();
    }
    String text =
        attribute instanceof MAPIStringAttribute string
            ? string.getDataString()
            : Charsets.text(attribute.getData(), StandardCharsets.UTF_8.name());
    return Optional.ofNullable(text).map(t -> t.replace("\u0000", "")).filter(t -> !t.isBlank());
  }
}
