package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;

class PdfDisarmerTest {

  private static final Door DOOR = new Door(List.of(new PdfDisarmer()));

  private static Outcome pass(byte[] file, String policy) {
    return DOOR.pass(Content.of("a.pdf", file), Policies.named(policy));
  }

  private static PDDocument rebuilt(byte[] file, String policy) throws IOException {
    Outcome outcome = pass(file, policy);
    assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
    return Loader.loadPDF(((Outcome.Rebuilt) outcome).content().bytes());
  }

  private static Reason refused(byte[] file, String policy) {
    Outcome outcome = pass(file, policy);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).reason();
  }

  @Test
  void whatPeopleReadAndUseStays() throws IOException {
    try (Sample sample = new Sample();
        PDDocument out = rebuilt(sample.bytes(), "standard")) {
      COSDictionary catalog = out.getDocumentCatalog().getCOSObject();
      assertThat(out.getNumberOfPages()).isEqualTo(2);
      assertThat(out.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
      assertThat(out.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(out.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .isEqualTo("Premier chapitre");
      assertThat(out.getDocumentCatalog().getAcroForm().getField("nom").getValueAsString())
          .isEqualTo("Martin");
      PDAnnotationLink link = (PDAnnotationLink) out.getPage(0).getAnnotations().getFirst();
      COSArray place = (COSArray) link.getCOSObject().getDictionaryObject(COSName.DEST);
      assertThat(place.getObject(0)).isSameAs(out.getPage(1).getCOSObject());
      COSDictionary root = catalog.getCOSDictionary(COSName.STRUCT_TREE_ROOT);
      COSDictionary element = root.getCOSDictionary(COSName.K);
      assertThat(element.getString("Alt")).isEqualTo("un paragraphe");
      assertThat(element.getDictionaryObject(COSName.PG)).isSameAs(out.getPage(0).getCOSObject());
      COSArray parents =
          (COSArray)
              root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS).getObject(1);
      assertThat(parents.getObject(0)).isSameAs(element);
      assertThat(
              MaskingTest.content(
                  ((Outcome.Rebuilt) pass(sample.bytes(), "standard")).content().bytes()))
          .contains("/P <</MCID 0>> BDC")
          .contains("/Im Do")
          .contains("/Fm Do");
      assertThat(out.getPage(0).getResources().getXObjectNames()).hasSize(2);
    }
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    try (Sample sample = new Sample()) {
      byte[] file = sample.bytes();
      assertThat(((Outcome.Rebuilt) pass(file, "standard")).content().bytes())
          .isEqualTo(((Outcome.Rebuilt) pass(file, "standard")).content().bytes());
    }
  }

  @Test
  void whatWasRebuiltIsRebuiltAgainWithNothingToTakeOut() throws IOException {
    try (Sample sample = new Sample()) {
      Outcome.Rebuilt once = (Outcome.Rebuilt) pass(sample.bytes(), "standard");
      Outcome.Rebuilt twice = (Outcome.Rebuilt) pass(once.content().bytes(), "standard");
      assertThat(twice.findings()).isEmpty();
      Outcome.Rebuilt thrice = (Outcome.Rebuilt) pass(twice.content().bytes(), "standard");
      assertThat(thrice.content().bytes()).isEqualTo(twice.content().bytes());
    }
  }

  @Test
  void webLinksStayAsPolicySays() throws IOException {
    try (Sample sample = new Sample()) {
      COSDictionary action = Sample.dictionary("S", Sample.name("URI"));
      action.setString("URI", "https://www.service-public.fr/");
      sample.link.removeItem(COSName.DEST);
      sample.link.setItem(COSName.A, action);
      byte[] file = sample.bytes();
      try (PDDocument out = rebuilt(file, "standard")) {
        PDAnnotationLink link = (PDAnnotationLink) out.getPage(0).getAnnotations().getFirst();
        assertThat(((PDActionURI) link.getAction()).getURI())
            .isEqualTo("https://www.service-public.fr/");
      }
      assertThat(((Outcome.Rebuilt) pass(file, "strict")).findings())
          .extracting(Finding::threat)
          .contains(Threat.LINK);
    }
  }

  @Test
  void withoutFormsTheLookOfAFieldIsDrawnOntoItsPage() throws IOException {
    try (Sample sample = new Sample()) {
      COSStream look = sample.stream("33 33 33 33 re f");
      look.setItem(COSName.SUBTYPE, COSName.FORM);
      look.setItem(COSName.BBOX, Sample.rectangle());
      sample.field.setItem(COSName.AP, Sample.dictionary("N", look));
      try (PDDocument out = rebuilt(sample.bytes(), "strict")) {
        assertThat(out.getDocumentCatalog().getAcroForm(null)).isNull();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        out.getPage(0).getContents().transferTo(content);
        assertThat(content.toString(java.nio.charset.StandardCharsets.ISO_8859_1))
            .contains("/Drawn0 Do");
      }
    }
  }

  @Test
  void metadataStaysAsPolicySays() throws IOException {
    try (Sample sample = new Sample()) {
      sample.document.getDocumentInformation().setTitle("Budget");
      byte[] file = sample.bytes();
      try (PDDocument out = rebuilt(file, "lenient")) {
        assertThat(out.getDocumentInformation().getTitle()).isEqualTo("Budget");
      }
      try (PDDocument out = rebuilt(file, "standard")) {
        assertThat(out.getDocumentInformation().getTitle()).isNull();
      }
    }
  }

  @Test
  void aSignedFileIsHeldOrRebuiltAsPolicySays() throws IOException {
    try (Sample sample = new Sample()) {
      sample.parent.setItem("FT", Sample.name("Sig"));
      sample.parent.setItem("V", Sample.dictionary("Type", Sample.name("Sig")));
      byte[] file = sample.bytes();
      assertThat(refused(file, "standard")).isEqualTo(Reason.SIGNED);
      assertThat(((Outcome.Rebuilt) pass(file, "lenient")).findings())
          .extracting(Finding::threat)
          .contains(Threat.SIGNATURE);
    }
  }

  @Test
  void aPasswordRefusesAndOwnersRightsDoNot() throws IOException {
    assertThat(refused(encrypted("secret"), "standard")).isEqualTo(Reason.ENCRYPTED);
    try (PDDocument out = rebuilt(encrypted(""), "standard")) {
      assertThat(out.isEncrypted()).isFalse();
      assertThat(out.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .isEqualTo("Premier chapitre");
    }
  }

  private static byte[] encrypted(String password) throws IOException {
    try (Sample sample = new Sample()) {
      StandardProtectionPolicy protection =
          new StandardProtectionPolicy("owner", password, new AccessPermission());
      protection.setEncryptionKeyLength(128);
      sample.document.protect(protection);
      return sample.bytes();
    }
  }

  @Test
  void aStreamThatSwellsIsRefused() throws IOException {
    try (Sample sample = new Sample()) {
      sample.page.setItem(COSName.CONTENTS, sample.document.getDocument().createCOSStream());
      try (var out =
          ((COSStream) sample.page.getDictionaryObject(COSName.CONTENTS))
              .createOutputStream(COSName.FLATE_DECODE)) {
        byte[] blank = new byte[1 << 16];
        for (int i = 0; i < 640; i++) {
          out.write(blank);
        }
      }
      assertThat(refused(sample.bytes(), "standard")).isEqualTo(Reason.BOMB);
    }
  }

  @Test
  void aContentThatDrawsWithoutEndIsRefused() throws IOException {
    try (Sample sample = new Sample()) {
      COSStream inner = sample.form;
      for (int level = 0; level < 12; level++) {
        COSStream outer = sample.stream("/X Do ".repeat(10));
        outer.setItem(COSName.SUBTYPE, COSName.FORM);
        outer.setItem(COSName.BBOX, Sample.rectangle());
        outer.setItem(
            COSName.RESOURCES, Sample.dictionary("XObject", Sample.dictionary("X", inner)));
        inner = outer;
      }
      sample
          .page
          .getCOSDictionary(COSName.RESOURCES)
          .getCOSDictionary(COSName.XOBJECT)
          .setItem("Fm", inner);
      assertThat(refused(sample.bytes(), "standard")).isEqualTo(Reason.BOMB);
    }
  }

  @Test
  void aContentThatDrawsItselfIsCut() throws IOException {
    try (Sample sample = new Sample()) {
      COSStream self = sample.stream("1 1 1 1 re f /X Do");
      self.setItem(COSName.SUBTYPE, COSName.FORM);
      self.setItem(COSName.BBOX, Sample.rectangle());
      self.setItem(COSName.RESOURCES, Sample.dictionary("XObject", Sample.dictionary("X", self)));
      sample
          .page
          .getCOSDictionary(COSName.RESOURCES)
          .getCOSDictionary(COSName.XOBJECT)
          .setItem("Fm", self);
      try (PDDocument out = rebuilt(sample.bytes(), "standard")) {
        COSDictionary form =
            out.getPage(0)
                .getCOSObject()
                .getCOSDictionary(COSName.RESOURCES)
                .getCOSDictionary(COSName.XOBJECT)
                .getCOSDictionary(Sample.name("Fm"));
        assertThat(form.getCOSDictionary(COSName.RESOURCES).getCOSDictionary(COSName.XOBJECT))
            .satisfiesAnyOf(
                names -> assertThat(names).isNull(), names -> assertThat(names.size()).isZero());
      }
    }
  }

  @Test
  void aTooLargePictureIsRefused() throws IOException {
    try (Sample sample = new Sample()) {
      sample.picture.setInt("Width", 60_000);
      sample.picture.setInt("Height", 60_000);
      assertThat(refused(sample.bytes(), "standard")).isEqualTo(Reason.TOO_LARGE);
    }
  }

  @Test
  void longChainsOfObjectsDoNotExhaustTheStack() throws IOException {
    try (Sample sample = new Sample()) {
      COSDictionary item = sample.outline;
      for (int i = 0; i < 20_000; i++) {
        COSDictionary next = Sample.dictionary("Title", Sample.text("suite"));
        item.setItem(COSName.NEXT, next);
        item.setItem(COSName.FIRST, next);
        item = next;
      }
      COSDictionary element = sample.element;
      for (int i = 0; i < 20_000; i++) {
        COSDictionary kid = Sample.dictionary("S", Sample.name("Div"));
        element.setItem(COSName.K, kid);
        element = kid;
      }
      assertThat(pass(sample.bytes(), "standard")).isInstanceOf(Outcome.Rebuilt.class);
    }
  }

  @Test
  void aGreyPointStandsForASmallPictureThatNothingDecodes() throws IOException {
    try (Sample sample = new Sample()) {
      COSStream mask = sample.stream("x");
      mask.setItem(COSName.FILTER, COSName.JPX_DECODE);
      sample.picture.setItem(COSName.FILTER, COSName.JPX_DECODE);
      sample.picture.setItem(COSName.SMASK, mask);
      byte[] file = sample.bytes();
      try (PDDocument out = rebuilt(file, "standard")) {
        COSDictionary objects =
            out.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSStream point = (COSStream) objects.getDictionaryObject("Im");
        assertThat(point.toTextString()).hasSize(1);
        assertThat(point.containsKey(COSName.SMASK)).isFalse();
      }
      assertThat(((Outcome.Rebuilt) pass(file, "standard")).findings())
          .extracting(Finding::threat)
          .contains(Threat.REFUSED_MEMBER);
      sample.picture.setInt(COSName.WIDTH, 2_000);
      sample.picture.setInt(COSName.HEIGHT, 2_000);
      assertThat(refused(sample.bytes(), "standard")).isEqualTo(Reason.MALFORMED);
    }
  }
}
