package org.openpriorauth.story;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TLS client's first words, byte by byte (RFC 5246, 7.4.1.2): what is old and weak the JDK's own
 * client would not say any more, so that its silence would be taken for the server's refusal.
 */
final class ClientHello {
  static final int TLS_1_0 = 0x0301;
  static final int TLS_1_1 = 0x0302;
  static final int TLS_1_2 = 0x0303;

  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int RANDOM_BYTES = 32;
  private static final int SECONDS = 10;

  /**
   * Groups (x25519, P-256, P-384), point formats, signatures by RSA and ECDSA with SHA-256, 384,
   * 512 and SHA-1 as old clients have it, extended master secret, secure renegotiation.
   */
  private static final byte[] EXTENSIONS =
      HexFormat.of()
          .parseHex(
              "000a00080006001d00170018"
                  + "000b00020100"
                  + "000d00140012080408050806040105010601040305030201"
                  + "00170000"
                  + "ff01000100");

  private ClientHello() {}

  /**
   * @param suite that the server chose, or 0 if it refused
   * @param version that it chose, or 0
   */
  record Answer(int version, int suite) {
    boolean refused() {
      return suite == 0;
    }
  }

  /** What a server on this machine answers a client that can do no more than this. */
  static Answer to(int port, int version, int... suites) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(SECONDS * 1000);
      socket.getOutputStream().write(record(version, suites));
      return read(new DataInputStream(socket.getInputStream()));
    } catch (EOFException | SocketException e) {
      return new Answer(0, 0);
    }
  }

  private static Answer read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    in.skipNBytes(4);
    if (kind == ALERT) {
      return new Answer(0, 0);
    }
    if (kind != HANDSHAKE) {
      throw new AssertionError("This is no TLS: " + kind);
    }
    in.skipNBytes(4);
    int version = in.readUnsignedShort();
    in.skipNBytes(RANDOM_BYTES);
    in.skipNBytes(in.readUnsignedByte());
    return new Answer(version, in.readUnsignedShort());
  }

  private static byte[] record(int version, int... suites) throws IOException {
    byte[] hello = hello(version, suites);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(HANDSHAKE);
    out.writeShort(TLS_1_0);
    out.writeShort(hello.length + 4);
    // A client hello, and its length in three bytes.
    out.writeShort(0x0100);
    out.writeShort(hello.length);
    out.write(hello);
    return bytes.toByteArray();
  }

  private static byte[] hello(int version, int... suites) throws IOException {
    byte[] random = new byte[RANDOM_BYTES];
    ThreadLocalRandom.current().nextBytes(random);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(version);
    out.write(random);
    out.writeByte(0);
    out.writeShort(2 * suites.length);
    for (int suite : suites) {
      out.writeShort(suite);
    }
    // One compression: none.
    out.writeShort(0x0100);
    out.writeShort(EXTENSIONS.length);
    out.write(EXTENSIONS);
    return bytes.toByteArray();
  }
}
