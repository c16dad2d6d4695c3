package org.openpriorauth.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.openpriorauth.identity.Totp;

/**
 * A person's authenticator, in a file beside the system's other secrets. It remembers which codes
 * it gave, because each is taken once.
 */
public final class Authenticator {
  private static final String SECRET = "secret";
  private static final String USED = "used";
  private static final long A_MOMENT = 200_000_000;

  private final Path file;

  Authenticator(Path file) {
    this.file = file;
  }

  /** Whether a secret was put in. */
  public boolean set() {
    return Files.exists(file);
  }

  /** The secret as a person types it into one of their own. */
  public String secret() {
    return read().getProperty(SECRET);
  }

  /** Puts in the secret that the application made. */
  public void keep(String base32) {
    Properties values = new Properties();
    values.setProperty(SECRET, base32);
    write(values);
  }

  /** As if none of its codes had been used: for who makes the application forget them too. */
  public void forgetUse() {
    keep(secret());
  }

  /** A code that was not used yet; may wait half a minute for it. */
  public String code() {
    synchronized (Authenticator.class) {
      Properties values = read();
      // The application takes the next code already: its clock may be ahead.
      long used = Long.parseLong(values.getProperty(USED, "0"));
      long step = Math.max(used + 1, Totp.step(Instant.now()));
      while (step > Totp.step(Instant.now()) + 1) {
        LockSupport.parkNanos(A_MOMENT);
      }
      values.setProperty(USED, Long.toString(step));
      write(values);
      return Totp.code(Totp.bytes(values.getProperty(SECRET)), step);
    }
  }

  private Properties read() {
    Properties values = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      values.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  private void write(Properties values) {
    try {
      Secrets.store(values, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
