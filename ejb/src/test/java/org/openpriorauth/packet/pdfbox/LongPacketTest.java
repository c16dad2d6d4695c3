package org.openpriorauth.packet.pdfbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.openpriorauth.packet.PacketDocument;
import org.openpriorauth.packet.Packets;
import org.openpriorauth.packet.PageImages;

class LongPacketTest {
  /** Holds that pages are asked for once and in order, and are let go again. */
  private static final class InOrder implements PageImages {
    private final PageImages pages;
    private final List<WeakReference<byte[]>> given = new ArrayList<>();
    private int asked;

    InOrder(PageImages pages) {
      this.pages = pages;
    }

    @Override
    public int count() {
      return pages.count();
    }

    @Override
    public byte[] png(int page) {
      assertThat(page).isEqualTo(++asked);
      if (page % 50 == 0) {
        System.gc();
        assertThat(given.stream().filter(g -> g.get() != null).count()).isLessThan(5);
      }
      byte[] png = pages.png(page);
      given.add(new WeakReference<>(png));
      return png;
    }

    @Override
    public String text(int page) {
      assertThat(page).isEqualTo(asked);
      return pages.text(page);
    }
  }

  @Test
  void twoHundredPagesAreDrawnOnceAndInOrder() throws IOException {
    byte[] png = Packets.png(850, 1100, BufferedImage.TYPE_BYTE_BINARY, 1);
    InOrder pages = new InOrder(Packets.drawn(200, png));
    byte[] pdf =
        new PdfPacketWriter()
            .write(
                PdfPacketWriterTest.of(
                    "Jane", List.of(), List.of(new PacketDocument(1, "Chart", "Record", pages))));
    assertThat(pages.asked).isEqualTo(200);
    assertThat(pdf.length).isLessThan(200 * 100_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(204);
    }
  }

  private static PDImageXObject stored(PDDocument in, byte[] png) throws IOException {
    return new Pictures(in).store(Pixels.of(png));
  }

  @Test
  void eachPictureIsStoredAsSmallAsItsKindAllows() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDImageXObject fax =
          stored(document, Packets.png(1700, 2200, BufferedImage.TYPE_BYTE_BINARY, 1));
      assertThat(fax.getStream().getFilters()).containsExactly(COSName.CCITTFAX_DECODE);
      assertThat(fax.getStream().getLength()).isLessThan(100_000);
      PDImageXObject gray =
          stored(document, Packets.png(1700, 2200, BufferedImage.TYPE_BYTE_GRAY, 1));
      assertThat(gray.getColorSpace().getName()).isEqualTo("DeviceGray");
      assertThat(gray.getStream().getLength()).isLessThan(150_000);
      PDImageXObject photo = stored(document, noise());
      assertThat(photo.getStream().getFilters()).containsExactly(COSName.DCT_DECODE);
    }
  }

  /** What is stored is what was drawn: black stays black. */
  @Test
  void picturesAreNotInverted() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB
        }) {
      try (PDDocument document = new PDDocument()) {
        BufferedImage back = stored(document, Packets.png(800, 1000, type, 1)).getImage();
        assertThat(new Color(back.getRGB(2, 2))).as("type " + type).isEqualTo(Color.WHITE);
        assertThat(dark(back)).as("type " + type).isBetween(1_000L, 300_000L);
      }
    }
  }

  private static long dark(BufferedImage image) {
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .filter(rgb -> (rgb & 0xff) < 64)
        .count();
  }

  @Test
  void aSampleOfGrayComesBackAsItWas() throws IOException {
    BufferedImage gray = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setSample(10, 10, 0, 137);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(gray, "png", out);
    try (PDDocument document = new PDDocument()) {
      PDImageXObject stored = stored(document, out.toByteArray());
      byte[] samples = stored.getStream().toByteArray();
      assertThat(samples[10 * 64 + 10] & 0xff).isEqualTo(137);
    }
  }

  private static byte[] noise() throws IOException {
    BufferedImage image = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < 1600; y++) {
      for (int x = 0; x < 1200; x++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
