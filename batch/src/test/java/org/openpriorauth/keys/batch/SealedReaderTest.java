package org.openpriorauth.keys.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.SealedValues;
import org.openpriorauth.keys.model.SealedColumn;
import org.openpriorauth.keys.model.SealedRow;
import org.openpriorauth.operations.RetentionService;

/** The walk over all that is sealed: its order, its end, and where it goes on. */
class SealedReaderTest {
  private static final UUID FIRST = new UUID(1, 0);
  private static final UUID SECOND = new UUID(2, 0);
  private static final int STRETCH = 2;

  /** Values under an earlier key. */
  private record Old(UUID clinic, SealedColumn column, SealedRow row) {}

  private final List<Old> old = new ArrayList<>();
  private SealedReader reader;

  @BeforeEach
  void someOldValues() {
    add(null, SealedColumn.SECOND_FACTOR, 1);
    add(FIRST, SealedColumn.PATIENT, 5);
    add(FIRST, SealedColumn.PAGE, 1);
    add(SECOND, SealedColumn.MAIL, 3);
    reader = reader();
  }

  @Test
  void itComesByEverythingAndEnds() {
    List<Stretch> walked = walk(Set.of());
    assertThat(old).isEmpty();
    assertThat(walked).extracting(Stretch::clinic).isSortedAccordingTo(SealedReaderTest::nullFirst);
    assertThat(walked).hasSize(1 + 3 + 1 + 2);
    assertThat(reader().readItem()).isNull();
  }

  @Test
  void aRowThatSomebodyHeldIsLookedAtASecondTimeAndNotForEver() {
    Old held = old.get(2);
    walk(Set.of(held));
    assertThat(old).containsExactly(held);
    Set<Old> once = new HashSet<>(Set.of(held));
    reader = reader();
    walk(once);
    assertThat(old).isEmpty();
  }

  @Test
  void cutOffItGoesOnWhereItWas() {
    Stretch done = null;
    for (int i = 0; i < 3; i++) {
      done = reader.readItem();
      seal(done, Set.of());
    }
    // The next stretch was read and not written.
    reader.readItem();
    SealedReader restarted = reader();
    restarted.open(done);
    assertThat(restarted.readItem().after()).isEqualTo(done.last());
    reader = reader();
    reader.open(done);
    walk(Set.of());
    assertThat(old).isEmpty();
    assertThat(reader.checkpointInfo()).isInstanceOf(Stretch.class);
  }

  /** Held rows stay old; those in a set that can change are let go after one look. */
  private List<Stretch> walk(Set<Old> held) {
    List<Stretch> walked = new ArrayList<>();
    for (Stretch s = reader.readItem(); s != null; s = reader.readItem()) {
      walked.add(s);
      seal(s, held);
    }
    return walked;
  }

  private void seal(Stretch stretch, Set<Old> held) {
    List<Old> inside = old.stream().filter(o -> of(o, stretch.clinic(), stretch.column())).toList();
    for (Old value : inside) {
      long at = value.row().id().getLeastSignificantBits();
      boolean within =
          at > stretch.after().id().getLeastSignificantBits()
              && at <= stretch.last().id().getLeastSignificantBits();
      if (within && !held.contains(value)) {
        old.remove(value);
      } else if (within && held instanceof HashSet) {
        held.remove(value);
      }
    }
  }

  private void add(UUID clinic, SealedColumn column, int count) {
    IntStream.rangeClosed(1, count)
        .forEach(i -> old.add(new Old(clinic, column, new SealedRow(new UUID(0, i), 0))));
  }

  private static boolean of(Old value, UUID clinic, SealedColumn column) {
    return Objects.equals(value.clinic(), clinic) && value.column() == column;
  }

  private static int nullFirst(UUID one, UUID other) {
    return Comparator.nullsFirst(Comparator.<UUID>naturalOrder()).compare(one, other);
  }

  private SealedReader reader() {
    SealedReader made = new SealedReader();
    made.values = new Values();
    made.retention = new Clinics();
    return made;
  }

  private final class Values extends SealedValues {
    @Override
    public Optional<SealedRow> nextStretch(Caller caller, SealedColumn column, SealedRow after) {
      UUID clinic = caller.clinic() == null ? null : caller.clinic().value();
      return old.stream()
          .filter(o -> of(o, clinic, column))
          .map(Old::row)
          .filter(r -> r.id().getLeastSignificantBits() > after.id().getLeastSignificantBits())
          .limit(STRETCH)
          .reduce((earlier, later) -> later);
    }
  }

  private static final class Clinics extends RetentionService {
    @Override
    public List<ClinicId> clinicsAfter(Caller machine, UUID after, int limit) {
      return List.of(FIRST, SECOND).stream()
          .filter(clinic -> clinic.compareTo(after) > 0)
          .limit(limit)
          .map(ClinicId::new)
          .toList();
    }
  }
}
