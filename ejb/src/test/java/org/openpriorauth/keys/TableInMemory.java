package org.openpriorauth.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openpriorauth.keys.model.KeyRingRepository;

/** The table {@code key_ring} as the database would keep it, shared by the nodes of a test. */
class TableInMemory extends KeyRingRepository {
  private final List<WrappedKey> rows = new ArrayList<>();
  boolean sealed;
  boolean down;
  int readings;

  @Override
  public List<WrappedKey> all() {
    readings++;
    if (down) {
      throw new IllegalStateException("The database is away.");
    }
    return List.copyOf(rows);
  }

  @Override
  public boolean anythingSealed() {
    return sealed;
  }

  @Override
  public void takeTurn() {
    // One thread.
  }

  @Override
  public void add(WrappedKey key) {
    boolean taken =
        rows.stream()
            .anyMatch(
                row -> row.kind().equals(key.kind()) && (row.id().equals(key.id()) || !key.data()));
    if (!taken) {
      rows.add(key);
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the row itself, as the database has it
  public void rewrap(WrappedKey before, byte[] wrapped, String wrappedBy) {
    rows.replaceAll(row -> row == before ? changed(row, wrapped, wrappedBy, row.retiredAt()) : row);
  }

  @Override
  public void retire(Collection<String> unused, Instant at) {
    rows.replaceAll(
        row -> unused.contains(row.id()) ? changed(row, row.wrapped(), row.wrappedBy(), at) : row);
  }

  List<WrappedKey> data() {
    return rows.stream().filter(WrappedKey::data).toList();
  }

  private static WrappedKey changed(WrappedKey row, byte[] wrapped, String by, Instant retired) {
    return new WrappedKey(
        row.id(), row.kind(), wrapped, by, row.createdAt(), row.currentFrom(), retired);
  }
}
