package org.openpriorauth.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finding out beforehand whether a port is free beats a server that half starts. */
public final class Ports {
  private static final int MOST_TRIES = 300;

  private Ports() {}

  /** One sentence that says which port, what for, and the way out. */
  static void require(int port, String what, String property) {
    if (!free(port)) {
      throw new LaunchFailure(
          "Port %d (%s) is in use. Stop what listens there, or choose another with -D%s=NUMBER."
              .formatted(port, what, property));
    }
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A port that nobody had a moment ago. */
  public static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LaunchFailure("The machine has no free port.", e);
    }
  }

  /**
   * An offset at which all of a server's usual ports are free, below those that a machine gives to
   * who asks for any. By chance, so that two systems that start at once do not choose the same.
   */
  static int freeOffset(int... usual) {
    for (int tried = 0; tried < MOST_TRIES; tried++) {
      int offset = ThreadLocalRandom.current().nextInt(1_000, 22_000);
      if (IntStream.of(usual).allMatch(port -> free(port + offset))) {
        return offset;
      }
    }
    throw new LaunchFailure("No block of free ports was found.");
  }
}
