package org.openpriorauth.chart.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpriorauth.chart.DocumentMoves;
import org.openpriorauth.chart.batch.FormerContentReader.Content;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.operations.RetentionService;

/** The job's artifacts, walked as a batch runtime walks them, over sets of ids. */
class MoveDocumentsTest {
  private final NavigableSet<UUID> clinics = new TreeSet<>();
  private final Map<UUID, NavigableSet<UUID>> former = new TreeMap<>();
  private final Set<UUID> stuck = new TreeSet<>();
  private final FormerContentReader reader = reader();
  private final MoveDocumentsWriter writer = new MoveDocumentsWriter();

  @BeforeEach
  void fill() {
    writer.moves = new Moves();
    // The first clinic and the one in the middle have nothing.
    IntStream.rangeClosed(1, 4).forEach(i -> clinics.add(new UUID(0, i)));
    clinics.forEach(clinic -> former.put(clinic, new TreeSet<>()));
    IntStream.range(0, 1203).forEach(i -> former.get(new UUID(0, 2)).add(new UUID(2, i)));
    IntStream.range(0, 5).forEach(i -> former.get(new UUID(0, 4)).add(new UUID(4, i)));
  }

  @Test
  void everyContentOfEveryClinicIsMovedOnce() {
    assertThat(chunks(reader, Integer.MAX_VALUE)).isEqualTo(1208);
    assertThat(former.values()).allMatch(Set::isEmpty);
    assertThat(left().process()).isEqualTo("COMPLETED");
  }

  @Test
  void aRestartGoesOnAtTheCheckpoint() {
    assertThat(chunks(reader, 50)).isEqualTo(500);
    Serializable checkpoint = reader.checkpointInfo();
    FormerContentReader restarted = reader();
    restarted.open(checkpoint);
    assertThat(chunks(restarted, Integer.MAX_VALUE)).isEqualTo(708);
    assertThat(former.values()).allMatch(Set::isEmpty);
  }

  @Test
  void whatCannotBeMovedStaysAndTheJobFailsAfterAllElseMoved() {
    UUID broken = new UUID(2, 700);
    stuck.add(broken);
    chunks(reader, Integer.MAX_VALUE);
    assertThat(former.values()).flatMap(ids -> new ArrayList<>(ids)).containsExactly(broken);
    assertThatThrownBy(left()::process)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(broken.toString());
  }

  @Test
  void aStoreThatIsAwayEndsTheJobAtOnce() {
    stuck.addAll(former.get(new UUID(0, 2)));
    assertThatThrownBy(() -> chunks(reader, Integer.MAX_VALUE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Of 10 contents none moved.");
  }

  private int chunks(FormerContentReader from, int most) {
    int moved = 0;
    for (int chunk = 0; chunk < most; chunk++) {
      List<Object> items = new ArrayList<>();
      Content next = from.readItem();
      while (next != null) {
        items.add(next);
        next = items.size() < 10 ? from.readItem() : null;
      }
      if (items.isEmpty()) {
        return moved;
      }
      writer.writeItems(items);
      moved += items.size();
    }
    return moved;
  }

  private NothingLeft left() {
    NothingLeft left = new NothingLeft();
    left.former = reader();
    return left;
  }

  private FormerContentReader reader() {
    FormerContentReader made = new FormerContentReader();
    made.moves = new Moves();
    made.clinics =
        new RetentionService() {
          @Override
          public List<ClinicId> clinicsAfter(Caller machine, UUID after, int limit) {
            return clinics.tailSet(after, false).stream().limit(limit).map(ClinicId::new).toList();
          }
        };
    return made;
  }

  private final class Moves extends DocumentMoves {
    @Override
    public List<UUID> waiting(Caller caller, UUID after, int limit) {
      NavigableSet<UUID> ids = former.get(caller.clinic().value());
      return (after == null ? ids : ids.tailSet(after, false)).stream().limit(limit).toList();
    }

    @Override
    public void move(Caller caller, UUID content) {
      if (stuck.contains(content)) {
        throw new IllegalStateException("stuck");
      }
      former.get(caller.clinic().value()).remove(content);
    }
  }
}
