package org.openpriorauth.keys;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.kernel.Audited;

/** One node's beans around the key ring, put together by hand. */
class Installation {
  static final Instant BEGIN = Instant.parse("2026-11-24T08:00:00Z");

  final KeyRing ring = new KeyRing();
  final KeyRotationService rotation = new KeyRotationService();
  final FieldCipher cipher = new FieldCipher();
  final List<Audited> audited = new ArrayList<>();
  private Instant now = BEGIN;

  /** With the keys of a file, which also wraps. */
  Installation(TableInMemory table, Path file) {
    this(table, keyFile(file), "test", fileWrapping(keyFile(file)));
  }

  /**
   * @param wrappings the first wraps; all open
   */
  Installation(TableInMemory table, KeyFile file, String environment, KeyWrapping... wrappings) {
    Wrappings all = Wrappings.of(environment, wrappings);
    Clock clock = new Moved();
    KeyRecord record = new KeyRecord();
    record.table = table;
    record.audited = audited();
    record.clock = clock;
    KeyMaker maker = new KeyMaker();
    maker.table = table;
    maker.record = record;
    maker.wrappings = all;
    maker.clock = clock;
    ring.file = file;
    ring.table = table;
    ring.wrappings = all;
    ring.maker = maker;
    ring.clock = clock;
    ring.refreshSeconds = 60;
    cipher.ring = ring;
    rotation.table = table;
    rotation.record = record;
    rotation.ring = ring;
    rotation.file = file;
    rotation.maker = maker;
    rotation.wrappings = all;
    rotation.clock = clock;
    rotation.rotateAfterDays = 90;
  }

  static KeyFile keyFile(Path file) {
    KeyFile keys = new KeyFile();
    keys.file = Optional.ofNullable(file).map(Path::toString);
    return keys;
  }

  static FileWrapping fileWrapping(KeyFile file) {
    FileWrapping wrapping = new FileWrapping();
    wrapping.file = file;
    return wrapping;
  }

  void later(Duration by) {
    now = now.plus(by);
  }

  @SuppressWarnings("unchecked")
  private Event<Audited> audited() {
    return (Event<Audited>)
        Proxy.newProxyInstance(
            Installation.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              audited.add((Audited) arguments[0]);
              return null;
            });
  }

  private final class Moved extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
