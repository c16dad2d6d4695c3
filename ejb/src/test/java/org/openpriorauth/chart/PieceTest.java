package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

class PieceTest {
  private static final byte[] NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  @Test
  void itIsFullOrWhatTheBodyHad() {
    InputStream body = new ByteArrayInputStream(NINE);
    assertThat(Piece.read(body, 4).bytes()).containsExactly(1, 2, 3, 4);
    assertThat(Piece.read(body, 4).bytes()).containsExactly(5, 6, 7, 8);
    Piece rest = Piece.read(body, 4);
    assertThat(rest.bytes()).containsExactly(9);
    assertThat(rest.broken()).isFalse();
    assertThat(Piece.read(body, 4).bytes()).isEmpty();
  }

  @Test
  void whatCameBeforeTheLineBrokeCounts() {
    InputStream breaks =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            throw new IOException("gone");
          }
        };
    Piece piece = Piece.read(new SequenceInputStream(new ByteArrayInputStream(NINE), breaks), 20);
    assertThat(piece.bytes()).isEqualTo(NINE);
    assertThat(piece.broken()).isTrue();
  }
}
