package org.openpriorauth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final int SCALE = 4;

  @Test
  void aReaderFindsTheAddressInTheDrawnModules() throws Exception {
    String address = Totp.uri(new byte[Totp.SECRET_BYTES], "OpenPriorAuth", "ada");
    QrCode code = QrCode.of(address);
    int side = code.size() * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path());
    while (module.find()) {
      for (int i = 0; i < SCALE * SCALE; i++) {
        int x = Integer.parseInt(module.group(1)) * SCALE + i % SCALE;
        int y = Integer.parseInt(module.group(2)) * SCALE + i / SCALE;
        pixels[y * side + x] = 0;
      }
    }
    BinaryBitmap picture =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(address);
  }
}
