package org.openpriorauth.reader.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Tells ImageIO about {@link Jpeg2000Reader}. Public because ImageIO makes it. */
public final class Jpeg2000Provider extends ImageReaderSpi {
  private static final byte[] FILE = {0, 0, 0, 12, 'j', 'P', ' ', ' '};
  private static final byte[] STREAM = {(byte) 0xff, 0x4f, (byte) 0xff, 0x51};

  /** For ImageIO. */
  public Jpeg2000Provider() {
    super(
        "OpenPriorAuth",
        "1",
        new String[] {"JPEG2000", "jpeg2000"},
        new String[] {"jp2", "j2k"},
        new String[] {"image/jp2"},
        Jpeg2000Reader.class.getName(),
        new Class<?>[] {ImageInputStream.class},
        null,
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  @Override
  public boolean canDecodeInput(Object source) throws IOException {
    if (!(source instanceof ImageInputStream in)) {
      return false;
    }
    byte[] first = new byte[FILE.length];
    in.mark();
    int n = in.read(first);
    in.reset();
    return n == FILE.length
        && (Arrays.equals(first, FILE)
            || Arrays.equals(first, 0, STREAM.length, STREAM, 0, STREAM.length));
  }

  @Override
  public ImageReader createReaderInstance(Object extension) {
    return new Jpeg2000Reader(this);
  }

  @Override
  public String getDescription(Locale locale) {
    return "JPEG 2000";
  }
}
