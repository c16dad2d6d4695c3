package org.openpriorauth.extraction.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReaderProcessTest {
  private static ReaderProcess.Frame received(String json, int content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    out.writeInt(header.length);
    out.write(header);
    out.write(new byte[content]);
    return ReaderProcess.receive(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static String page(int words) {
    String each = "[123456,123457,0.1234,0.1234,0.0123,0.0123,100]";
    return "{\"type\":\"page\",\"words\":[" + (each + ",").repeat(words - 1) + each + "]}";
  }

  @Test
  void theLongestPageOfTheReaderIsTaken() throws IOException {
    assertThat(PageFrames.page(received(page(50_000), 0).json()).words()).hasSize(50_000);
  }

  @Test
  void whatIsLongerThanAnyPageIsNotMadeATree() {
    assertThatThrownBy(() -> received(page(200_000), 0))
        .isInstanceOf(IOException.class)
        .hasMessage("The reader lost step.");
  }

  @Test
  void aPictureMayBeLongerThanAPage() throws IOException {
    int length = 20 * 1024 * 1024;
    String json = "{\"type\":\"image\",\"content_length\":" + length + "}";

    assertThat(received(json, length).content()).hasSize(length);
    assertThatThrownBy(() -> received(json.replace("" + length, "67108865"), 0))
        .isInstanceOf(IOException.class);
  }
}
