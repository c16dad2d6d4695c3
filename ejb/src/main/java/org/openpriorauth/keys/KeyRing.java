package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.CachesCleared;
import org.openpriorauth.keys.model.KeyRingRepository;

/**
 * The installation's keys: those of the site's file ({@link KeyFile}) and those that lie wrapped in
 * the database. Each is unwrapped once. The ring is read anew every minute, so that each node knows
 * a new key well before it becomes current, and at once when a value names a key that is unknown.
 */
@ApplicationScoped
public class KeyRing {
  private static final Logger LOG = System.getLogger(KeyRing.class.getName());

  @Inject KeyFile file;
  @Inject KeyRingRepository table;
  @Inject Wrappings wrappings;
  @Inject KeyMaker maker;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.refresh-seconds")
  long refreshSeconds;

  private final ReentrantLock reading = new ReentrantLock();
  private volatile LoadedKeys loaded;

  /** The key that seals from now on. */
  String current() {
    return keys().current(clock.instant());
  }

  /**
   * @throws IllegalStateException if no such key was ever in the ring
   * @throws MasterKeyException if a new key cannot be unwrapped
   */
  SecretKey key(String id) {
    SecretKey key = keys().key(id);
    if (key == null) {
      key = readAnew().key(id);
    }
    if (key == null) {
      throw new IllegalStateException("A value is sealed with key " + id + ", not in the ring.");
    }
    return key;
  }

  byte[] indexKey() {
    return keys().index();
  }

  /** How long another node may go on without a key that was added. */
  Duration refresh() {
    return Duration.ofSeconds(refreshSeconds);
  }

  /** What is in hand stays in hand if the master key cannot be asked right now. */
  void anew(@Observes CachesCleared cleared) {
    try {
      readAnew();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the key ring was not read anew; the keys in hand stay", e);
    }
  }

  /** Reads the table now, for who knows that it changed. */
  LoadedKeys readAnew() {
    reading.lock();
    try {
      loaded = read(loaded);
      return loaded;
    } finally {
      reading.unlock();
    }
  }

  private LoadedKeys keys() {
    LoadedKeys keys = loaded;
    if (keys == null) {
      return readAnew();
    }
    // One reads, the others go on with what there is: old keys open and seal as well as before.
    if (!clock.instant().isBefore(keys.readAt().plus(refresh())) && reading.tryLock()) {
      try {
        loaded = read(keys);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the key ring could not be read anew; the keys in hand stay", e);
        loaded = keys.readAt(clock.instant());
      } finally {
        reading.unlock();
      }
      return loaded;
    }
    return keys;
  }

  private LoadedKeys read(LoadedKeys before) {
    LoadedKeys keys =
        LoadedKeys.of(file.content(), table.all(), before, wrappings, clock.instant());
    if (!keys.complete()) {
      maker.begin();
      keys = LoadedKeys.of(file.content(), table.all(), before, wrappings, clock.instant());
    }
    return keys;
  }
}
